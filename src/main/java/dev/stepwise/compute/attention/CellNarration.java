package dev.stepwise.compute.attention;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.attention.AttentionFrame.Stage;
import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Why a cell of a matrix is what it is, at a step. Rows and columns count from 0, as NumPy counts.
public final class CellNarration {
  private CellNarration() {}

  /// The arithmetic of a cell that is there.
  public static Narration of(AttentionFrame frame, Tensor tensor, int row, int column) {
    return switch (tensor) {
      case X -> given(frame, row, column);
      case W_Q, W_K, W_V -> weight(frame, tensor, row, column);
      case Q, K, V -> projected(frame, tensor, row, column);
      case SCORES -> score(frame, row, column);
      case WEIGHTS -> attention(frame, row, column);
      case OUTPUT -> output(frame, row, column);
    };
  }

  private static Narration given(AttentionFrame frame, int row, int column) {
    var problem = frame.problem();
    double value = problem.x()[row][column];
    var feature =
        problem.names().features().isEmpty()
            ? ""
            : " Column %d stands for “%s”."
                .formatted(column, problem.names().features().get(column));
    var origin =
        problem.origin().stated().contains("X")
            ? "It is given with the tokens; attention takes X as it comes."
            : switch (problem.origin().embedding()) {
              case RANDOM ->
                  "A random number for the word, from seed %d, plus a wave that tells its place."
                      .formatted(problem.origin().seed());
              case ONE_HOT -> "One-hot: each different word has a column of its own.";
              case TWO_HOT -> "Two-hot: one 1 for the word, one for its place.";
            };
    return new Narration(
        "X[%d, %d] of %s".formatted(row, column, Words.token(problem, row)),
        origin + feature,
        List.of(Formula.of("X_{%d,%d}".formatted(row, column)).gives(value).latex()));
  }

  private static Narration weight(AttentionFrame frame, Tensor tensor, int row, int column) {
    boolean stated = frame.problem().origin().stated().contains(tensor.variable());
    double value = frame.values(tensor)[row][column];
    var caption =
        (stated
                ? "It was set in the scenario. "
                : "A random number with standard deviation 1/√d_model, from seed %d. "
                    .formatted(frame.problem().origin().seed()))
            + "Training would learn it; here it says how much column %d of X adds to column %d of %s."
                .formatted(row, column, tensor.variable().substring(2).toUpperCase(Locale.ROOT));
    return new Narration(
        "%s[%d, %d]".formatted(tensor.variable(), row, column),
        caption,
        List.of(
            Formula.of("%s[%d,%d]".formatted(latex(tensor), row, column)).gives(value).latex()));
  }

  private static Narration projected(AttentionFrame frame, Tensor tensor, int row, int column) {
    double value = frame.values(tensor)[row][column];
    if (!frame.projected()) {
      return new Narration(
          "%s[%d, %d]".formatted(tensor.variable(), row, column),
          "This head's slice of %s has it in the row of %s."
              .formatted(tensor.variable(), Words.token(frame.problem(), row)),
          List.of(
              Formula.of("%s_{%d,%d}".formatted(tensor.symbol(), row, column))
                  .gives(value)
                  .latex()));
    }
    var maker = Objects.requireNonNull(tensor.maker());
    var x = frame.problem().x()[row];
    var right = column(frame.values(maker), column);
    var channels = frame.problem().names().channels();
    var channel =
        channels.isEmpty() || tensor == Tensor.V
            ? ""
            : " Column %d is about “%s”.".formatted(column, channels.get(column));
    return new Narration(
        "%s[%d, %d] of %s"
            .formatted(tensor.variable(), row, column, Words.token(frame.problem(), row)),
        "Row %d of X times column %d of %s: %s %s.%s"
            .formatted(
                row,
                column,
                maker.variable(),
                x.length == 1
                    ? "one product,"
                    : Words.count(x.length, "product") + ", added up, make",
                Numbers.text(value),
                channel),
        List.of(
            "%s_{%d,%d}=\\sum_t X_{%d,t}\\,%s[t,%d]"
                .formatted(tensor.symbol(), row, column, row, latex(maker), column),
            "=" + Formula.of(Words.products(x, right)).gives(value).latex()));
  }

  private static Narration score(AttentionFrame frame, int query, int key) {
    var stage = frame.stage(query);
    double product = frame.pass().products()[query][key];
    double scaled = frame.pass().scaled()[query][key];
    boolean scales = frame.problem().settings().scale() && stage.compareTo(Stage.SCALED) >= 0;
    boolean hidden =
        stage == Stage.MASKED && frame.pass().scores()[query][key] == Double.NEGATIVE_INFINITY;
    var q = frame.pass().q()[query];
    var k = frame.pass().k()[key];
    var formulas = new ArrayList<String>();
    formulas.add(
        Formula.of(
                "q_{%s}\\cdot k_{%s}"
                    .formatted(
                        Words.index(frame.problem(), query), Words.index(frame.problem(), key)))
            .is(Words.products(q, k))
            .gives(product)
            .latex());
    if (scales) {
      formulas.add(
          ScoreNarration.scaling(
              frame,
              query,
              key,
              "s_{%s,%s}"
                  .formatted(
                      Words.index(frame.problem(), query), Words.index(frame.problem(), key))));
    }
    var caption =
        "How well the query of %s agrees with the key of %s: their dot product is %s%s."
            .formatted(
                Words.token(frame.problem(), query),
                Words.token(frame.problem(), key),
                Numbers.text(product),
                scales
                    ? ", divided by √%d it is %s".formatted(q.length, Numbers.text(scaled))
                    : "");
    if (hidden) {
      caption += " The mask hides it, since the key comes after the query: the score becomes −∞.";
      formulas.add("j>i\\;\\Rightarrow\\;s_{%d,%d}=\\mathbf{-\\infty}".formatted(query, key));
    }
    return new Narration(
        "Score of %s for %s"
            .formatted(Words.token(frame.problem(), query), Words.token(frame.problem(), key)),
        caption,
        formulas);
  }

  private static Narration attention(AttentionFrame frame, int query, int key) {
    double[] scores = frame.pass().scores()[query];
    double shift = frame.shift(query);
    double[] exponentials = Softmax.exponentials(scores, shift);
    double sum = Softmax.sum(exponentials);
    double weight = frame.pass().weights()[query][key];
    return new Narration(
        "Weight of %s for %s"
            .formatted(Words.token(frame.problem(), key), Words.token(frame.problem(), query)),
        share(frame, query, key, exponentials),
        List.of(
            Formula.of(
                    "a_{%s,%s}"
                        .formatted(
                            Words.index(frame.problem(), query), Words.index(frame.problem(), key)))
                .is(definition(frame, scores[key], shift))
                .is(Term.quotient(exponentials[key], sum))
                .gives(weight)
                .latex()));
  }

  /// e to the power of the score, over the sum.
  private static Term definition(AttentionFrame frame, double score, double shift) {
    boolean stable = frame.problem().settings().softmax() == AttentionProblem.SoftmaxKind.STABLE;
    var exponent = stable ? Term.difference(score, shift) : Term.number(score);
    return Term.quotient(
        Term.apply(Function.EXP, exponent),
        Term.symbol(stable ? "\\sum_j e^{s_j-\\max s}" : "\\sum_j e^{s_j}"));
  }

  private static String share(AttentionFrame frame, int query, int key, double[] exponentials) {
    double weight = frame.pass().weights()[query][key];
    var trouble = SoftmaxTrouble.of(frame, query);
    if (frame.pass().scores()[query][key] == Double.NEGATIVE_INFINITY && !Double.isNaN(weight)) {
      return "The mask hides this key: e^−∞ is 0, so it gets nothing of the row.";
    }
    if (trouble != SoftmaxTrouble.NONE) {
      return SoftmaxNarration.why(trouble, exponentials);
    }
    if (weight == 0) {
      return "Its exponential is smaller than the smallest double, 4.9·10⁻³²⁴, and underflows to 0:"
          + " the key gets nothing, though no mask hides it.";
    }
    return "%s gives %s of its attention to %s."
        .formatted(
            Words.starting(frame.problem(), query),
            SoftmaxNarration.percent(weight),
            Words.token(frame.problem(), key));
  }

  private static Narration output(AttentionFrame frame, int row, int column) {
    double[] weights = frame.pass().weights()[row];
    double[] values = column(frame.pass().v(), column);
    double value = frame.values(Tensor.OUTPUT)[row][column];
    if (frame.focus() instanceof AttentionFrame.Focus.TermMixed(int query, int key)
        && query == row) {
      return new Narration(
          "output[%d, %d] so far".formatted(row, column),
          "Of %s %d %s added up."
              .formatted(
                  Words.count(weights.length, "weighted value"), key + 1, key == 0 ? "is" : "are"),
          List.of("O_{%d,%d}\\leftarrow\\mathbf{%s}".formatted(row, column, Numbers.latex(value))));
    }
    return new Narration(
        "output[%d, %d] of %s".formatted(row, column, Words.token(frame.problem(), row)),
        mean(frame, row, column),
        List.of(
            "O_{%d,%d}=\\sum_j A_{%d,j}V_{j,%d}".formatted(row, column, row, column),
            "=" + Formula.of(Words.products(weights, values)).gives(value).latex()));
  }

  private static String mean(AttentionFrame frame, int row, int column) {
    double[] weights = frame.pass().weights()[row];
    if (Sharpness.broken(weights)) {
      return "The row of weights holds NaN, which spoils every sum that it is part of: the output"
          + " is no mean, and no number.";
    }
    if (SoftmaxTrouble.of(frame, row) == SoftmaxTrouble.INFINITE_SUM) {
      return "All weights of the row are 0, since the sum of their exponentials overflowed: 0 is no"
          + " mean of anything.";
    }
    return weights.length == 1
        ? "The only value has all the weight: the output is what V has there."
        : "A mean of column %d of V, in which each %s counts as much as the weight that %s gives it."
            .formatted(
                column,
                frame.problem().names().pieces().isEmpty() ? "token" : "row",
                Words.token(frame.problem(), row));
  }

  /// `W_q` as LaTeX.
  static String latex(Tensor tensor) {
    return switch (tensor) {
      case W_Q -> "W_q";
      case W_K -> "W_k";
      case W_V -> "W_v";
      default -> tensor.symbol();
    };
  }

  static double[] column(double[][] matrix, int column) {
    var values = new double[matrix.length];
    for (int row = 0; row < values.length; row++) {
      values[row] = matrix[row][column];
    }
    return values;
  }
}
