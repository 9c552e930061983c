package dev.stepwise.compute.linear;

/// The product of a matrix and a vector, eight rows at once. A sum waits for its last addition,
/// some four clock ticks; eight sums that do not wait for each other fill them. The terms of each
/// are still added from the first to the last, so a sum equals [Matrices#dot] to the last bit.
final class MatrixVector {
  private static final int ROWS = 8;

  private MatrixVector() {}

  static double[] multiply(double[][] matrix, double[] vector) {
    for (double[] row : matrix) {
      if (row.length != vector.length) {
        throw new IllegalArgumentException(
            "a row of %d numbers, a vector of %d".formatted(row.length, vector.length));
      }
    }
    var product = new double[matrix.length];
    int i = 0;
    for (; i + ROWS <= matrix.length; i += ROWS) {
      eight(matrix, i, vector, product);
    }
    for (; i < matrix.length; i++) {
      product[i] = Matrices.dot(matrix[i], vector);
    }
    return product;
  }

  private static void eight(double[][] matrix, int i, double[] vector, double[] product) {
    double[] row0 = matrix[i];
    double[] row1 = matrix[i + 1];
    double[] row2 = matrix[i + 2];
    double[] row3 = matrix[i + 3];
    double[] row4 = matrix[i + 4];
    double[] row5 = matrix[i + 5];
    double[] row6 = matrix[i + 6];
    double[] row7 = matrix[i + 7];
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    double sum4 = 0;
    double sum5 = 0;
    double sum6 = 0;
    double sum7 = 0;
    for (int k = 0; k < vector.length; k++) {
      double factor = vector[k];
      sum0 += row0[k] * factor;
      sum1 += row1[k] * factor;
      sum2 += row2[k] * factor;
      sum3 += row3[k] * factor;
      sum4 += row4[k] * factor;
      sum5 += row5[k] * factor;
      sum6 += row6[k] * factor;
      sum7 += row7[k] * factor;
    }
    product[i] = sum0;
    product[i + 1] = sum1;
    product[i + 2] = sum2;
    product[i + 3] = sum3;
    product[i + 4] = sum4;
    product[i + 5] = sum5;
    product[i + 6] = sum6;
    product[i + 7] = sum7;
  }
}
