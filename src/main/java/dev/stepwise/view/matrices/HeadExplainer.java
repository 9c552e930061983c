package dev.stepwise.view.matrices;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.AttentionFrame.Part;
import dev.stepwise.compute.attention.AttentionFrame.Stage;
import dev.stepwise.compute.attention.CellNarration;
import dev.stepwise.compute.attention.Sharpness;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.attention.Winners;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.marks.Element;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import dev.stepwise.view.matrices.MatrixElement.OfEntropy;
import dev.stepwise.view.matrices.MatrixElement.OfGradient;
import dev.stepwise.view.matrices.MatrixElement.OfPart;
import dev.stepwise.view.matrices.MatrixElement.OfTensor;
import dev.stepwise.view.matrices.MatrixElement.OfToken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Answers "why this number?" for the matrices of a head, from the frame alone.
public final class HeadExplainer {
  private static final int MOST_LIT = 256;
  private static final int ROWS_SHOWN = 12;

  private final AttentionFrame frame;

  /// For a step's frame.
  public HeadExplainer(AttentionFrame frame) {
    this.frame = frame;
  }

  /// The answer, and the cells that went into the number.
  public Optional<Explanation> explain(MatrixElement element) {
    return switch (element) {
      case OfCell(var tensor, int row, int column) -> cell(tensor, row, column);
      case OfPart(int query, int key, var part) -> Optional.of(part(query, key, part));
      case OfEntropy(int query) -> Optional.of(entropy(query));
      case OfGradient(int query) -> Optional.of(gradient(query));
      case OfTensor(var tensor) -> Optional.of(tensor(tensor));
      case OfToken _ -> Optional.empty();
    };
  }

  private Optional<Explanation> cell(Tensor tensor, int row, int column) {
    double[][] values = frame.values(tensor);
    int width = values[0].length;
    if (row >= values.length
        || column >= width
        || (long) row * width + column >= frame.known(tensor)) {
      return Optional.empty();
    }
    var narration = CellNarration.of(frame, tensor, row, column);
    return Optional.of(new Explanation(narration, sources(tensor, row, column)));
  }

  private Set<Element> sources(Tensor tensor, int row, int column) {
    var sources = new HashSet<Element>();
    switch (tensor) {
      case X, W_Q, W_K, W_V -> {}
      case Q, K, V -> {
        var maker = Objects.requireNonNull(tensor.maker());
        for (int t = 0; frame.projected() && t < limit(frame.problem().modelWidth()); t++) {
          sources.add(new OfCell(Tensor.X, row, t));
          sources.add(new OfCell(maker, t, column));
        }
      }
      case SCORES -> {
        for (int t = 0; t < limit(frame.pass().q()[0].length); t++) {
          sources.add(new OfCell(Tensor.Q, row, t));
          sources.add(new OfCell(Tensor.K, column, t));
        }
      }
      case WEIGHTS -> {
        for (int j = 0; j < limit(frame.problem().length()); j++) {
          sources.add(new OfCell(Tensor.WEIGHTS, row, j));
        }
      }
      case OUTPUT -> {
        for (int j = 0; j < limit(frame.problem().length()); j++) {
          sources.add(new OfCell(Tensor.WEIGHTS, row, j));
          sources.add(new OfCell(Tensor.V, j, column));
        }
      }
    }
    return sources;
  }

  private static int limit(int count) {
    return Math.min(count, MOST_LIT);
  }

  private Explanation part(int query, int key, Part part) {
    if (part == Part.DIVIDE) {
      var narration = CellNarration.of(frame, Tensor.WEIGHTS, query, key);
      return new Explanation(narration, Set.of(new OfCell(Tensor.SCORES, query, key)));
    }
    double score = frame.pass().scores()[query][key];
    double shift = frame.shift(query);
    var token = Words.token(frame.problem(), key);
    double exponent = score - shift;
    double exponential = Softmax.exponentials(new double[] {score}, shift)[0];
    var narration =
        switch (part) {
          case MAX, SUM, DIVIDE -> CellNarration.of(frame, Tensor.SCORES, query, key);
          case SHIFT ->
              new Narration(
                  "Shifted score of " + token,
                  "The score minus the greatest of its row.",
                  List.of(Formula.of(Term.difference(score, shift)).gives(exponent).latex()));
          case EXP ->
              new Narration(
                  "Exponential of " + token,
                  power(exponent, exponential),
                  List.of(
                      Formula.of(Term.apply(Function.EXP, Term.number(exponent)))
                          .gives(exponential)
                          .latex()));
        };
    return new Explanation(narration, Set.of(new OfCell(Tensor.SCORES, query, key)));
  }

  private static String power(double exponent, double exponential) {
    var power = "e to the power of " + Numbers.text(exponent);
    if (exponent == Double.NEGATIVE_INFINITY) {
      return "The mask hides the key: " + power + " is 0.";
    }
    return Double.isInfinite(exponential)
        ? power + " is larger than the largest double: ∞."
        : exponential == 0
            ? power + " is smaller than the smallest double, and underflows to 0."
            : power + "; never negative, whatever the score.";
  }

  private Explanation entropy(int query) {
    double[] weights = frame.pass().weights()[query];
    var rows = new ArrayList<List<String>>();
    for (int j = 0; j < Math.min(ROWS_SHOWN, weights.length); j++) {
      double p = weights[j];
      double bits = p == 0 ? 0 : -p * Math.log(p) / Math.log(2);
      rows.add(List.of(Words.token(frame.problem(), j), Numbers.text(p), Numbers.text(bits + 0.0)));
    }
    double entropy = Sharpness.entropy(weights);
    double most = Sharpness.mostEntropy(frame.pass().scores()[query]);
    int seen = Winners.of(frame.pass().scores()[query]).count();
    var narration =
        new Narration(
            "Entropy of the row of " + Words.token(frame.problem(), query),
            seen == 1
                ? "The row sees one key only and cannot be undecided: 0 bits."
                : "How undecided the row is: 0 bits when one key gets everything, %s when %s alike."
                    .formatted(
                        Numbers.text(most),
                        seen == 2
                            ? "both keys share"
                            : seen < weights.length
                                ? "the %d keys that it sees share".formatted(seen)
                                : "all %d keys share".formatted(seen)),
            List.of(Formula.of("-\\sum_j p_j\\log_2 p_j").gives(entropy).latex()),
            new Table(List.of("key", "p", "−p log₂ p"), rows, Sharpness.winner(weights)));
    return new Explanation(narration, sources(Tensor.WEIGHTS, query, 0));
  }

  private Explanation gradient(int query) {
    double[] weights = frame.pass().weights()[query];
    int winner = Sharpness.winner(weights);
    double p = weights[winner];
    var winners = Winners.of(weights);
    var narration =
        new Narration(
            "Gradient of the winner of " + Words.token(frame.problem(), query),
            Sharpness.broken(weights)
                ? "The row has a weight that is not a number, so no key wins it, and nothing is"
                    + " learned through it."
                : "If the score of %s grows a little, its weight grows by this times as much. At most 0.25, at p = 0.5; when softmax saturates it goes to 0, and nothing is learned through this row."
                    .formatted(
                        winners.tie()
                            ? "one of the %d greatest".formatted(winners.places().size())
                            : Words.token(frame.problem(), winner)),
            List.of(
                Formula.of("\\frac{\\partial p}{\\partial s}=p(1-p)")
                    .is(Term.product(p, 1 - p))
                    .gives(Sharpness.gradient(weights))
                    .latex()));
    return new Explanation(narration, Set.of(new OfCell(Tensor.WEIGHTS, query, winner)));
  }

  private Explanation tensor(Tensor tensor) {
    var values = frame.values(tensor);
    var what =
        switch (tensor) {
          case X -> "The tokens as vectors: a row for each.";
          case W_Q -> "What makes queries of tokens.";
          case W_K -> "What makes keys of tokens.";
          case W_V -> "What makes values of tokens.";
          case Q -> "Queries: what each token looks for.";
          case K ->
              "Keys: what each token offers to be found by. Drawn on its side, so that each key"
                  + " stands over its column of scores.";
          case V ->
              "Values: what each token hands over. Drawn on its side, so that each value stands"
                  + " under its column of weights.";
          case SCORES ->
              frame.stage(0) == Stage.MASKED
                  ? "Scores, scaled and masked as the settings say: how well each query (row)"
                      + " agrees with each key (column)."
                  : "Scores: how well each query (row) agrees with each key (column).";
          case WEIGHTS -> "Weights: softmax of each row of scores; rows sum to 1.";
          case OUTPUT -> "The output: of each row of weights a mean of the values.";
        };
    var narration =
        new Narration(
            "%s is %s".formatted(tensor.variable(), Words.shape(values)),
            what + " Click a cell for its arithmetic.");
    return new Explanation(narration, Set.of());
  }
}
