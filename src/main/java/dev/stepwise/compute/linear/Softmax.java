package dev.stepwise.compute.linear;

import org.apache.commons.math3.util.FastMath;

/// Turns scores into weights that are positive and sum to 1: e^(x_i) / Σ e^(x_j).
///
/// I. Goodfellow, Y. Bengio, A. Courville, *Deep Learning*, MIT Press 2016, sections 4.1 and 6.2.2.
public final class Softmax {
  private Softmax() {}

  /// With the greatest score subtracted first, which changes no weight and keeps every exponential
  /// at most 1. A score of −∞ gets the weight 0; where all are −∞ the weights are NaN.
  public static double[] stable(double[] scores) {
    return divided(exponentials(scores, greatest(scores)));
  }

  /// As the formula stands. Scores above about 709 overflow to ∞ and give NaN; where all are below
  /// about −745 every exponential is 0, and the weights are NaN too.
  public static double[] naive(double[] scores) {
    return divided(exponentials(scores, 0));
  }

  /// The greatest score; NaN where one is NaN.
  public static double greatest(double[] scores) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      greatest = Math.max(greatest, score);
    }
    return greatest;
  }

  /// e^(x_i − shift) of each score.
  public static double[] exponentials(double[] scores, double shift) {
    var exponentials = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      exponentials[i] = FastMath.exp(scores[i] - shift);
    }
    return exponentials;
  }

  /// Each value divided by the sum of all.
  public static double[] divided(double[] values) {
    double sum = sum(values);
    var shares = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      shares[i] = values[i] / sum;
    }
    return shares;
  }

  /// The sum, from the first value to the last.
  public static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
