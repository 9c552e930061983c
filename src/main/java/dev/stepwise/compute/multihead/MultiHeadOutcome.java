package dev.stepwise.compute.multihead;

import dev.stepwise.compute.attention.Attention;
import dev.stepwise.compute.attention.Sharpness;
import dev.stepwise.compute.attention.WeightFigures;
import dev.stepwise.compute.exercise.Outcome;
import dev.stepwise.compute.exercise.Outcome.Curve;
import dev.stepwise.compute.exercise.Outcome.Figure;
import dev.stepwise.compute.multihead.Focus.Stage;
import dev.stepwise.compute.multihead.MultiHead.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a pass through several heads has come to: how many numbers ended up with another token, how
/// many tokens a token looks at with its heads, and how sharply.
///
/// @param frame of the step
record MultiHeadOutcome(MultiHeadFrame frame) {

  /// From the reshape on; how the heads look, of those that have attended.
  Outcome outcome() {
    if (!frame.reaches(Stage.RESHAPE)) {
      return Outcome.NONE;
    }
    var figures = new ArrayList<Figure>();
    figures.add(
        new Figure(
            "the number of entries of Q in another token’s row",
            "in another token’s row",
            misplaced()));
    var weights =
        frame.pass().heads().stream().limit(frame.attended()).map(Attention.Pass::weights).toList();
    if (weights.isEmpty()) {
      return new Outcome(figures, Optional.empty());
    }
    double[][] rows = weights.stream().flatMap(Arrays::stream).toArray(double[][]::new);
    figures.add(
        new Figure(
            "the mean number of different keys that win for a token",
            "winning keys a token",
            winners(weights)));
    figures.addAll(WeightFigures.of(rows));
    double[] entropies = weights.stream().mapToDouble(Sharpness::meanEntropy).toArray();
    return new Outcome(
        figures, Optional.of(new Curve("Mean entropy in bits", "of each head", 0, entropies)));
  }

  /// How many numbers of Q a head has in a row that is not their token's. Where each head has
  /// columns of every row there is none.
  private int misplaced() {
    var problem = frame.problem();
    int count = 0;
    for (int head = 0; head < problem.heads(); head++) {
      for (int token = 0; token < problem.length(); token++) {
        for (int column = 0; column < problem.headWidth(); column++) {
          count += problem.source(new Place(head, token, column))[0] == token ? 0 : 1;
        }
      }
    }
    return count;
  }

  /// How many different keys have the greatest weight of a row, over the heads; the mean over the
  /// rows.
  private static double winners(List<double[][]> weights) {
    int n = weights.getFirst().length;
    return IntStream.range(0, n)
        .mapToLong(
            i -> weights.stream().mapToInt(head -> Sharpness.winner(head[i])).distinct().count())
        .average()
        .orElse(Double.NaN);
  }
}
