package dev.stepwise.compute.linear;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/// Products of matrices given as arrays of rows of equal length, at least one row and one column.
/// Arguments are never written to. Sums run from the first term to the last, as a reader would add
/// them, so that a cell computed alone equals the same cell of a whole product to the last bit.
public final class Matrices {
  private Matrices() {}

  /// The product of an n×m and an m×p matrix: n×p, in n·m·p multiplications.
  ///
  /// @throws org.apache.commons.math3.exception.DimensionMismatchException where the inner sides
  ///   differ
  public static double[][] multiply(double[][] left, double[][] right) {
    return data(matrix(left).multiply(matrix(right)));
  }

  /// The product of an n×m matrix and the transpose of a p×m matrix: every row of one with every
  /// row of the other, n×p.
  ///
  /// @throws org.apache.commons.math3.exception.DimensionMismatchException where the rows differ in
  ///   length
  public static double[][] multiplyByTransposed(double[][] left, double[][] right) {
    return multiply(left, transpose(right));
  }

  /// The transpose of an n×m matrix: m×n, a copy.
  public static double[][] transpose(double[][] matrix) {
    return data(matrix(matrix).transpose());
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

  private static RealMatrix matrix(double[][] rows) {
    return new Array2DRowRealMatrix(rows, false);
  }

  private static double[][] data(RealMatrix matrix) {
    return matrix instanceof Array2DRowRealMatrix rows ? rows.getDataRef() : matrix.getData();
  }
}
