package dev.stepwise.compute.linear;

import org.apache.commons.math3.exception.DimensionMismatchException;

/// Products of matrices given as arrays of rows of equal length, at least one row and one column.
/// Arguments are never written to. Sums run from the first term to the last, as a reader would add
/// them, so that a cell computed alone equals the same cell of a whole product to the last bit.
public final class Matrices {
  private Matrices() {}

  /// The product of an n×m and an m×p matrix: n×p, in n·m·p multiplications, large ones on all
  /// processors.
  ///
  /// @throws org.apache.commons.math3.exception.DimensionMismatchException where the inner sides
  ///   differ
  /// @throws java.util.concurrent.CancellationException soon after the thread is interrupted
  public static double[][] multiply(double[][] left, double[][] right) {
    if (left[0].length != right.length) {
      throw new DimensionMismatchException(left[0].length, right.length);
    }
    return BlockedProduct.of(left, right);
  }

  /// The product of an n×m matrix and the transpose of a p×m matrix: every row of one with every
  /// row of the other, n×p.
  ///
  /// @throws org.apache.commons.math3.exception.DimensionMismatchException where the rows differ in
  ///   length
  /// @throws java.util.concurrent.CancellationException soon after the thread is interrupted
  public static double[][] multiplyByTransposed(double[][] left, double[][] right) {
    return multiply(left, transpose(right));
  }

  /// The transpose of an n×m matrix: m×n, a copy.
  public static double[][] transpose(double[][] matrix) {
    var transpose = new double[matrix[0].length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < transpose.length; j++) {
        transpose[j][i] = matrix[i][j];
      }
    }
    return transpose;
  }

  /// The dot product of two vectors of one length.
  public static double dot(double[] left, double[] right) {
    if (left.length != right.length) {
      throw new IllegalArgumentException(
          "vectors of %d and %d numbers".formatted(left.length, right.length));
    }
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}
