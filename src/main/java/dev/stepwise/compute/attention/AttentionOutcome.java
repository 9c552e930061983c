package dev.stepwise.compute.attention;

import dev.stepwise.compute.exercise.Outcome;
import dev.stepwise.compute.exercise.Outcome.Curve;
import dev.stepwise.compute.exercise.Outcome.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

/// What a pass has come to: how sharply its weights point, and how much of them goes to what comes
/// later.
///
/// @param frame of the step
record AttentionOutcome(AttentionFrame frame) {

  /// Of the rows of weights that are there; before there is one, of the scores.
  Outcome outcome() {
    int n = frame.problem().length();
    int rows = frame.known(Tensor.WEIGHTS) / n;
    if (rows > 0) {
      return ofWeights(Arrays.copyOf(frame.pass().weights(), rows));
    }
    return frame.known(Tensor.SCORES) == n * n ? Outcome.of(deviation()) : Outcome.NONE;
  }

  private static Outcome ofWeights(double[][] weights) {
    var figures = new ArrayList<>(WeightFigures.of(weights));
    figures.add(
        new Figure("the share that goes to later tokens", "to later tokens", later(weights)));
    figures.add(WeightFigures.broken(weights));
    double[] entropies = Arrays.stream(weights).mapToDouble(Sharpness::entropy).toArray();
    return new Outcome(
        figures, Optional.of(new Curve("Entropy in bits", "of each row", 0, entropies)));
  }

  /// How far the scores lie apart as they stand, those that are hidden left out.
  private Figure deviation() {
    double[][] seen =
        Arrays.stream(frame.values(Tensor.SCORES))
            .map(row -> Arrays.stream(row).filter(Double::isFinite).toArray())
            .toArray(double[][]::new);
    return new Figure(
        "the standard deviation of the scores", "spread of scores", Spread.deviation(seen));
  }

  /// The mean over the rows of what keys after the query get, 0 to 1; NaN where one gets NaN.
  private static double later(double[][] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      for (int j = i + 1; j < weights[i].length; j++) {
        sum += weights[i][j];
      }
    }
    return sum / weights.length;
  }
}
