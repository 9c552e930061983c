package dev.stepwise.check;

import java.util.random.RandomGenerator;

/// Numbers drawn at random, on which no mistake hides.
final class Drawn {
  private Drawn() {}

  /// A matrix of independent normal numbers with mean 0.
  static double[][] gaussian(int rows, int columns, double deviation, RandomGenerator random) {
    var matrix = new double[rows][columns];
    for (double[] row : matrix) {
      for (int column = 0; column < columns; column++) {
        row[column] = deviation * random.nextGaussian();
      }
    }
    return matrix;
  }
}
