package dev.stepwise.compute.linear;

import dev.stepwise.compute.run.Cancellation;

/// Every row of one matrix with every row of another, tile by tile: the product with a transpose,
/// for few rows or columns. A sum waits for its last addition, some four clock ticks; the eight
/// sums of a tile of four rows and two columns do not wait for each other, and stay in the
/// processor's registers until they are done.
///
/// The terms of a cell are added from the first to the last, so it equals [Matrices#dot] to the
/// last bit.
///
/// @param left n×m
/// @param right p×m
/// @param product n×p
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
record TiledProduct(double[][] left, double[][] right, double[][] product) {
  private static final int ROWS = 4;
  private static final int COLUMNS = 2;
  private static final int ROWS_BETWEEN_CHECKPOINTS = 256;

  static void compute(double[][] left, double[][] right, double[][] product) {
    var tiled = new TiledProduct(left, right, product);
    for (int i = 0; i < left.length; i += ROWS) {
      if (i % ROWS_BETWEEN_CHECKPOINTS == 0) {
        Cancellation.checkpoint();
      }
      for (int j = 0; j < right.length; j += COLUMNS) {
        tiled.tile(i, j);
      }
    }
  }

  /// Where a tile reaches beyond the matrix, the last row stands in for those that are missing.
  private void tile(int i, int j) {
    int i1 = Math.min(i + 1, left.length - 1);
    int i2 = Math.min(i + 2, left.length - 1);
    int i3 = Math.min(i + 3, left.length - 1);
    int j1 = Math.min(j + 1, right.length - 1);
    double[] row0 = left[i];
    double[] row1 = left[i1];
    double[] row2 = left[i2];
    double[] row3 = left[i3];
    double[] near = right[j];
    double[] far = right[j1];
    double near0 = 0;
    double near1 = 0;
    double near2 = 0;
    double near3 = 0;
    double far0 = 0;
    double far1 = 0;
    double far2 = 0;
    double far3 = 0;
    for (int k = 0; k < near.length; k++) {
      double n = near[k];
      double f = far[k];
      near0 += row0[k] * n;
      near1 += row1[k] * n;
      near2 += row2[k] * n;
      near3 += row3[k] * n;
      far0 += row0[k] * f;
      far1 += row1[k] * f;
      far2 += row2[k] * f;
      far3 += row3[k] * f;
    }
    product[i][j] = near0;
    product[i1][j] = near1;
    product[i2][j] = near2;
    product[i3][j] = near3;
    product[i][j1] = far0;
    product[i1][j1] = far1;
    product[i2][j1] = far2;
    product[i3][j1] = far3;
  }
}
