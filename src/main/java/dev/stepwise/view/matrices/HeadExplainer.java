package dev.stepwise.view.matrices;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.attention.AttentionDerivations;
import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.AttentionFrame.Stage;
import dev.stepwise.compute.attention.Sharpness;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.attention.Winners;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Value;
import dev.stepwise.draw.Element;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import dev.stepwise.view.matrices.MatrixElement.OfEntropy;
import dev.stepwise.view.matrices.MatrixElement.OfGradient;
import dev.stepwise.view.matrices.MatrixElement.OfPart;
import dev.stepwise.view.matrices.MatrixElement.OfTensor;
import dev.stepwise.view.matrices.MatrixElement.OfToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
      case OfCell _, OfPart _ -> number(element);
      case OfEntropy(int query) -> Optional.of(entropy(query));
      case OfGradient(int query) -> Optional.of(gradient(query));
      case OfTensor(var tensor) -> Optional.of(tensor(tensor));
      case OfToken _ -> Optional.empty();
    };
  }

  private Optional<Explanation> number(MatrixElement element) {
    return HeadNumbers.address(frame, element)
        .flatMap(new AttentionDerivations(frame)::of)
        .map(why -> Explanation.of(why, ref -> HeadNumbers.drawn(frame, ref)));
  }

  private static Set<Element> row(int query, int length) {
    return IntStream.range(0, Math.min(length, MOST_LIT))
        .mapToObj(key -> new OfCell(Tensor.WEIGHTS, query, key))
        .collect(Collectors.toUnmodifiableSet());
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
    return new Explanation(narration, row(query, weights.length));
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
            "%s is %s".formatted(tensor.variable(), new Value.Matrix(values).shape()),
            what + " Click a cell for its arithmetic.");
    return new Explanation(narration, Set.of());
  }
}
