package dev.stepwise.compute.linear;

/// The product of two matrices, block by block. The textbook's three loops wait for memory: they
/// read the right matrix once for every row of the left. Here as many of its rows as the
/// processor's cache keeps meet every row of the left before the next are fetched. Bands of rows
/// are computed on all processors.
///
/// The innermost loop runs along rows from their first number to their last: neighbouring sums do
/// not depend on each other, so the compiler turns it into vector instructions. It does so for
/// loops over whole arrays alone, which is why blocks are not cut by columns too. Six rows are
/// added at once, so that a sum is fetched and put back once for six terms.
///
/// The terms of a cell are added from the first to the last, each product rounded before it is
/// added, so the cell equals [Matrices#dot] to the last bit. (A fused multiply-add would round
/// once, and was no faster when measured.)
///
/// K. Goto and R. A. van de Geijn, "Anatomy of high-performance matrix multiplication", ACM
/// Transactions on Mathematical Software 34 (2008).
///
/// @param left n×m
/// @param right m×p
/// @param product n×p, zeros to begin with
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
record BlockedProduct(double[][] left, double[][] right, double[][] product) {
  private static final int AT_ONCE = 6;

  /// Numbers in a block, which takes 256 KB.
  private static final int BLOCK = 1 << 15;

  static void compute(double[][] left, double[][] right, double[][] product) {
    long work = (long) left.length * right.length * right[0].length;
    Bands.compute(left.length, work, new BlockedProduct(left, right, product)::band);
  }

  /// The rows from one to before another.
  private void band(int from, int to, Runnable checkpoint) {
    int rows = Math.max(1, BLOCK / right[0].length / AT_ONCE) * AT_ONCE;
    for (int term = 0; term < right.length; term += rows) {
      checkpoint.run();
      int end = Math.min(term + rows, right.length);
      for (int i = from; i < to; i++) {
        addBlock(product[i], left[i], term, end);
      }
    }
  }

  private void addBlock(double[] sums, double[] factors, int from, int to) {
    int k = from;
    for (; k + AT_ONCE <= to; k += AT_ONCE) {
      addSix(sums, factors, k);
    }
    for (; k + 2 <= to; k += 2) {
      addTwo(sums, factors[k], factors[k + 1], right[k], right[k + 1]);
    }
    if (k < to) {
      addOne(sums, factors[k], right[k]);
    }
  }

  private void addSix(double[] sums, double[] factors, int k) {
    double factor0 = factors[k];
    double factor1 = factors[k + 1];
    double factor2 = factors[k + 2];
    double factor3 = factors[k + 3];
    double factor4 = factors[k + 4];
    double factor5 = factors[k + 5];
    double[] row0 = right[k];
    double[] row1 = right[k + 1];
    double[] row2 = right[k + 2];
    double[] row3 = right[k + 3];
    double[] row4 = right[k + 4];
    double[] row5 = right[k + 5];
    for (int j = 0; j < sums.length; j++) {
      sums[j] =
          (((((sums[j] + factor0 * row0[j]) + factor1 * row1[j]) + factor2 * row2[j])
                      + factor3 * row3[j])
                  + factor4 * row4[j])
              + factor5 * row5[j];
    }
  }

  private static void addTwo(
      double[] sums, double factor0, double factor1, double[] row0, double[] row1) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] = (sums[j] + factor0 * row0[j]) + factor1 * row1[j];
    }
  }

  private static void addOne(double[] sums, double factor, double[] row) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += factor * row[j];
    }
  }
}
