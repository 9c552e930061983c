package dev.stepwise.compute.linear;

import org.apache.commons.math3.random.RandomGenerator;

/// Matrices of random numbers, the same on every platform for the same generator.
public final class RandomMatrices {
  private RandomMatrices() {}

  /// A rows×columns matrix of independent normal numbers with mean 0, drawn row by row.
  ///
  /// @param standardDeviation at least 0
  public static double[][] gaussian(
      int rows, int columns, double standardDeviation, RandomGenerator random) {
    var matrix = new double[rows][columns];
    for (double[] row : matrix) {
      for (int c = 0; c < columns; c++) {
        row[c] = standardDeviation * random.nextGaussian();
      }
    }
    return matrix;
  }
}
