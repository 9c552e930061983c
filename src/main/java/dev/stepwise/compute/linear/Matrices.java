package dev.stepwise.compute.linear;

import org.apache.commons.math3.exception.DimensionMismatchException;

/// Products of matrices given as arrays of rows of equal length, at least one row and one column.
/// Arguments are never written to. Sums run from the first term to the last, as a reader would add
/// them, so that a cell computed alone equals the same cell of a whole product to the last bit.
public final class Matrices {
  /// Fewer rows don't pay for transposing the other matrix.
  private static final int FEW_ROWS = 4;

  /// Fewer columns don't fill the processor's vectors.
  private static final int FEW_COLUMNS = 16;

  private Matrices() {}

  /// The product of an n×m and an m×p matrix: n×p, in n·m·p multiplications, large ones of sixteen
  /// columns or more on all processors.
  ///
  /// @throws org.apache.commons.math3.exception.DimensionMismatchException where the inner sides
  ///   differ
  /// @throws java.util.concurrent.CancellationException soon after the thread is interrupted
  public static double[][] multiply(double[][] left, double[][] right) {
    if (left[0].length != right.length) {
      throw new DimensionMismatchException(left[0].length, right.length);
    }
    var product = new double[left.length][right[0].length];
    if (right[0].length < FEW_COLUMNS) {
      TiledProduct.compute(left, transpose(right), product);
    } else {
      BlockedProduct.compute(left, right, product);
    }
    return product;
  }

  /// The product of an n×m matrix and the transpose of a p×m matrix: every row of one with every
  /// row of the other, n×p.
  ///
  /// @throws org.apache.commons.math3.exception.DimensionMismatchException where the rows differ in
  ///   length
  /// @throws java.util.concurrent.CancellationException soon after the thread is interrupted
  public static double[][] multiplyByTransposed(double[][] left, double[][] right) {
    if (left[0].length != right[0].length) {
      throw new DimensionMismatchException(left[0].length, right[0].length);
    }
    var product = new double[left.length][right.length];
    if (left.length < FEW_ROWS || right.length < FEW_COLUMNS) {
      TiledProduct.compute(left, right, product);
    } else {
      BlockedProduct.compute(left, transpose(right), product);
    }
    return product;
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

  /// The product of an n×m matrix and a vector of m numbers: n numbers, each [#dot] of its row to
  /// the last bit.
  ///
  /// @throws IllegalArgumentException where a row has another length than the vector
  public static double[] multiply(double[][] matrix, double[] vector) {
    return MatrixVector.multiply(matrix, vector);
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
