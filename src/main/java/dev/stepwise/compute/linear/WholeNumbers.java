package dev.stepwise.compute.linear;

import java.util.random.RandomGenerator;

/// Vectors and matrices of small whole numbers, drawn at random: what can be reckoned with by hand.
public final class WholeNumbers {
  private WholeNumbers() {}

  /// A vector.
  ///
  /// @param least,most what its numbers lie between, both included
  public static double[] vector(int length, int least, int most, RandomGenerator random) {
    var vector = new double[length];
    for (int i = 0; i < length; i++) {
      vector[i] = random.nextInt(least, most + 1);
    }
    return vector;
  }

  /// A matrix.
  ///
  /// @param least,most what its numbers lie between, both included
  public static double[][] matrix(
      int rows, int columns, int least, int most, RandomGenerator random) {
    var matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = vector(columns, least, most, random);
    }
    return matrix;
  }
}
