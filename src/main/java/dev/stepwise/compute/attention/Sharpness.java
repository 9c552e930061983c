package dev.stepwise.compute.attention;

import org.apache.commons.math3.util.FastMath;

/// How sharply a row of weights points: its entropy, and how much it would learn.
public final class Sharpness {
  private static final double LN_2 = FastMath.log(2);

  private Sharpness() {}

  /// The entropy −Σ p·log₂ p in bits: 0 where one weight has it all, log₂ n where all n are equal;
  /// NaN where a weight is NaN.
  public static double entropy(double[] weights) {
    double sum = 0;
    for (double p : weights) {
      sum -= p == 0 ? 0 : p * FastMath.log(p) / LN_2;
    }
    // −1·log 1 is −0, which would be written with its sign.
    return sum + 0.0;
  }

  /// The most entropy that a row can have: log₂ of how many keys it sees.
  ///
  /// @param scores −∞ where a key is hidden
  public static double mostEntropy(double[] scores) {
    int seen = 0;
    for (double score : scores) {
      seen += score == Double.NEGATIVE_INFINITY ? 0 : 1;
    }
    return FastMath.log(Math.max(1, seen)) / LN_2;
  }

  /// The mean of the most entropy that rows can have, in bits.
  public static double meanMostEntropy(double[][] scores) {
    double sum = 0;
    for (double[] row : scores) {
      sum += mostEntropy(row);
    }
    return sum / scores.length;
  }

  /// p(1 − p) of the greatest weight: by how much it moves for a small change of its own score. At
  /// most 1/4; near 0 where softmax is saturated, and then hardly anything is learned through it.
  /// NaN where a weight is NaN.
  public static double gradient(double[] weights) {
    double p = weights[winner(weights)];
    return p * (1 - p);
  }

  /// Whether a weight of a row is NaN. Where the naive softmax overflows, only those weights are
  /// whose own exponential is ∞: the others are x/∞ = 0, and look sound.
  public static boolean broken(double[] weights) {
    return Double.isNaN(weights[winner(weights)]);
  }

  /// Which weight is the greatest; of equal ones the first, and like NumPy's argmax the first NaN
  /// where there is one, since nothing can be said to be greater.
  public static int winner(double[] weights) {
    int winner = 0;
    for (int j = 0; j < weights.length; j++) {
      if (Double.isNaN(weights[j])) {
        return j;
      }
      if (weights[j] > weights[winner]) {
        winner = j;
      }
    }
    return winner;
  }

  /// The mean entropy of rows, in bits.
  public static double meanEntropy(double[][] weights) {
    double sum = 0;
    for (double[] row : weights) {
      sum += entropy(row);
    }
    return sum / weights.length;
  }

  /// The mean of p(1 − p) over rows.
  public static double meanGradient(double[][] weights) {
    double sum = 0;
    for (double[] row : weights) {
      sum += gradient(row);
    }
    return sum / weights.length;
  }
}
