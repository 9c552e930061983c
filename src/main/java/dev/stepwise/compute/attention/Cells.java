package dev.stepwise.compute.attention;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.attention.AttentionFrame.Stage;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.derivation.Operation.Dot;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import java.util.List;
import java.util.Locale;

/// How each cell of a step's matrices comes to be. Rows and columns count from 0, as NumPy counts.
record Cells(AttentionFrame frame) {

  /// A cell as it stands after the step: of a sum under way what has been added up.
  Derivation of(Ref ref, Tensor tensor, int row, int column) {
    var dot = dot(tensor, row, column);
    int terms = frame.focus().terms(tensor, row, column);
    return dot.left().size() <= terms
        ? finished(ref, tensor, row, column)
        : begun(ref, tensor, row, column);
  }

  /// A cell with all its terms.
  Derivation whole(Tensor tensor, int row, int column) {
    return finished(Ref.of(tensor.variable(), row, column), tensor, row, column);
  }

  /// The lines of arithmetic of a cell with all its terms.
  List<String> formulas(Tensor tensor, int row, int column) {
    return whole(tensor, row, column).narration().formulas();
  }

  /// What has been added up of a cell whose sum is under way.
  double soFar(Tensor tensor, int row, int column) {
    return partial(tensor, row, column).result();
  }

  private Dot partial(Tensor tensor, int row, int column) {
    var dot = dot(tensor, row, column);
    int terms = Math.min(dot.left().size(), frame.focus().terms(tensor, row, column));
    return new Dot(dot.left().subList(0, terms), dot.right().subList(0, terms));
  }

  private Derivation begun(Ref ref, Tensor tensor, int row, int column) {
    var partial = partial(tensor, row, column);
    int terms = partial.left().size();
    int all = dot(tensor, row, column).left().size();
    return Derivation.of(ref, partial.result(), partial)
        .titled("%s so far".formatted(tensor.cellName(row, column)))
        .saying(
            "Of %s %d %s added up."
                .formatted(
                    Phrases.count(all, tensor == Tensor.OUTPUT ? "weighted value" : "product"),
                    terms,
                    terms == 1 ? "is" : "are"))
        .symbols("%s_{%d,%d}\\text{ so far}".formatted(tensor.symbol(), row, column));
  }

  /// The sum that makes a cell; without terms where none does.
  private Dot dot(Tensor tensor, int row, int column) {
    var pass = frame.pass();
    var mistaken = new MistakenCells(frame).dot(tensor, row, column);
    if (mistaken.isPresent()) {
      return mistaken.get();
    }
    return switch (tensor) {
      case Q, K, V ->
          frame.projected()
              ? new Dot(
                  Operand.row("X", frame.problem().x(), row),
                  Operand.column(tensor.maker().variable(), frame.values(tensor.maker()), column))
              : new Dot(List.of(), List.of());
      case SCORES -> new Dot(Operand.row("Q", pass.q(), row), Operand.row("K", pass.k(), column));
      case OUTPUT ->
          new Dot(
              Operand.row(Tensor.WEIGHTS.variable(), pass.weights(), row),
              Operand.column("V", pass.v(), column));
      case X, W_Q, W_K, W_V, WEIGHTS -> new Dot(List.of(), List.of());
    };
  }

  private Derivation finished(Ref ref, Tensor tensor, int row, int column) {
    return new MistakenCells(frame)
        .finished(ref, tensor, row, column, dot(tensor, row, column))
        .orElseGet(() -> rightly(ref, tensor, row, column));
  }

  private Derivation rightly(Ref ref, Tensor tensor, int row, int column) {
    return switch (tensor) {
      case X -> given(ref, row, column);
      case W_Q, W_K, W_V -> learned(ref, tensor, row, column);
      case Q, K, V ->
          frame.projected()
              ? projected(ref, tensor, row, column)
              : handed(ref, tensor, row, column);
      case SCORES -> score(ref, row, column);
      case WEIGHTS -> new SoftmaxRow(frame, row).weight(ref, column);
      case OUTPUT -> output(ref, row, column);
    };
  }

  /// A number that no step of this run computes.
  private Derivation stated(Ref ref, Tensor tensor, int row, int column) {
    double value = frame.values(tensor)[row][column];
    return Derivation.of(ref, value, new Operation.Given())
        .titled(tensor.cellName(row, column))
        .then(Formula.of("%s[%d,%d]".formatted(tensor.symbol(), row, column)).gives(value));
  }

  private Derivation given(Ref ref, int row, int column) {
    var problem = frame.problem();
    var features = problem.names().features();
    var feature =
        features.isEmpty()
            ? ""
            : " Column %d stands for “%s”.".formatted(column, features.get(column));
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
    return stated(ref, Tensor.X, row, column)
        .titled("X[%d, %d] of %s".formatted(row, column, Words.token(problem, row)))
        .saying(origin + feature);
  }

  private Derivation learned(Ref ref, Tensor tensor, int row, int column) {
    boolean stated = frame.problem().origin().stated().contains(tensor.variable());
    return stated(ref, tensor, row, column)
        .saying(
            (stated
                    ? "It was set in the scenario. "
                    : "A random number with standard deviation 1/√d_model, from seed %d. "
                        .formatted(frame.problem().origin().seed()))
                + "Training would learn it; here it says how much column %d of X adds to column %d of %s."
                    .formatted(
                        row, column, tensor.variable().substring(2).toUpperCase(Locale.ROOT)));
  }

  /// A number that a run from given queries, keys and values on begins with.
  private Derivation handed(Ref ref, Tensor tensor, int row, int column) {
    return stated(ref, tensor, row, column)
        .saying(
            "This head's slice of %s has it in the row of %s."
                .formatted(tensor.variable(), Words.token(frame.problem(), row)));
  }

  private Derivation projected(Ref ref, Tensor tensor, int row, int column) {
    var maker = tensor.maker();
    var dot = dot(tensor, row, column);
    double value = frame.values(tensor)[row][column];
    var channels = frame.problem().names().channels();
    var channel =
        channels.isEmpty() || tensor == Tensor.V
            ? ""
            : " Column %d is about “%s”.".formatted(column, channels.get(column));
    int products = dot.left().size();
    return Derivation.of(ref, value, dot)
        .titled(
            "%s of %s".formatted(tensor.cellName(row, column), Words.token(frame.problem(), row)))
        .saying(
            "Row %d of X times column %d of %s: %s %s.%s"
                .formatted(
                    row,
                    column,
                    maker.variable(),
                    products == 1
                        ? "one product,"
                        : Phrases.count(products, "product") + ", added up, make",
                    Numbers.text(value),
                    channel))
        .symbols(
            "%s_{%d,%d}=\\sum_t X_{%d,t}\\,%s[t,%d]"
                .formatted(tensor.symbol(), row, column, row, maker.symbol(), column));
  }

  private Derivation score(Ref ref, int query, int key) {
    var problem = frame.problem();
    var stage = frame.stage(query);
    var dot = dot(Tensor.SCORES, query, key);
    double product = frame.pass().products()[query][key];
    double scaled = frame.pass().scaled()[query][key];
    boolean scales = problem.settings().scales() && stage.compareTo(Stage.SCALED) >= 0;
    boolean hidden =
        stage == Stage.MASKED && frame.pass().scores()[query][key] == Double.NEGATIVE_INFINITY;
    var q = Words.index(problem, query);
    var k = Words.index(problem, key);
    var agreement =
        Derivation.of(ref, product, dot)
            .titled(
                "Score of %s for %s"
                    .formatted(Words.token(problem, query), Words.token(problem, key)))
            .saying(
                "How well the query of %s agrees with the key of %s: their dot product is %s%s.%s"
                    .formatted(
                        Words.token(problem, query),
                        Words.token(problem, key),
                        Numbers.text(product),
                        scales
                            ? ", divided by √%d it is %s"
                                .formatted(frame.headWidth(), Numbers.text(scaled))
                            : "",
                        hidden
                            ? " The mask hides it, since the key comes after the query: the score"
                                + " becomes −∞."
                            : ""))
            .symbols("q_{%s}\\cdot k_{%s}".formatted(q, k));
    if (!scales && !hidden) {
      return agreement;
    }
    var division = told(agreement, scaled, scaling(dot)).symbols("s_{%s,%s}".formatted(q, k));
    if (!hidden) {
      return division.then(agreement.formula().orElseThrow());
    }
    double least = Double.NEGATIVE_INFINITY;
    var masked =
        told(agreement, least, new Operation.Moved(Operand.constant(least)))
            .then(agreement.formula().orElseThrow());
    return (scales ? masked.then(division.formula().orElseThrow()) : masked)
        .then(Formula.of("j>i\\;\\Rightarrow\\;s_{%d,%d}".formatted(query, key)).gives(least));
  }

  /// Another operation in the same words.
  private static Derivation told(Derivation words, double value, Operation operation) {
    return Derivation.of(words.ref(), value, operation)
        .titled(words.title())
        .saying(words.sentence());
  }

  private Operation scaling(Dot dot) {
    var root = new Operation.Elementwise(Function.ROOT, Operand.count(frame.headWidth()));
    return new Operation.Quotient(Operand.worked(dot), Operand.of(root));
  }

  private Derivation output(Ref ref, int row, int column) {
    return Derivation.of(ref, frame.pass().output()[row][column], dot(Tensor.OUTPUT, row, column))
        .titled("output[%d, %d] of %s".formatted(row, column, Words.token(frame.problem(), row)))
        .saying(mean(row, column))
        .symbols("O_{%d,%d}=\\sum_j A_{%d,j}V_{j,%d}".formatted(row, column, row, column));
  }

  private String mean(int row, int column) {
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
}
