package dev.stepwise.compute.attention;

import dev.stepwise.compute.exercise.Outcome.Figure;
import java.util.Arrays;
import java.util.List;

/// The figures by which one judges weights, of one head or of several: how undecided their rows
/// are, how far one key may take all, and how much is learned through them. A weight that is NaN
/// makes each of them NaN.
public final class WeightFigures {
  private WeightFigures() {}

  /// The mean entropy of the rows in bits, the largest weight, and the mean of p(1 − p) over the
  /// rows' winners.
  ///
  /// @param rows of weights; at least one
  public static List<Figure> of(double[][] rows) {
    return List.of(
        new Figure(
            "the mean entropy of the rows", "mean entropy", Sharpness.meanEntropy(rows), " bits"),
        new Figure("the largest weight", "largest weight", largest(rows)),
        new Figure("the mean p(1−p) of the winners", "mean p(1−p)", Sharpness.meanGradient(rows)));
  }

  /// How many rows hold a weight that is not a number.
  public static Figure broken(double[][] rows) {
    long broken = Arrays.stream(rows).filter(Sharpness::broken).count();
    return new Figure("the number of rows with NaN", "rows with NaN", (double) broken);
  }

  private static double largest(double[][] rows) {
    return Arrays.stream(rows)
        .mapToDouble(row -> row[Sharpness.winner(row)])
        .reduce(Double.NEGATIVE_INFINITY, Math::max);
  }
}
