package dev.stepwise.compute.linear;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/// The product of two matrices, block by block. The textbook's three loops wait for memory: they
/// read the right matrix once for every row of the left. Here a block of it that fits the
/// processor's cache meets many rows before the next is fetched, and the innermost loop runs along
/// rows, several of whose numbers the processor multiplies at a time. Bands of rows are computed on
/// all processors.
///
/// The terms of a cell are still added from the first to the last, so the cell equals
/// [Matrices#dot] to the last bit.
///
/// K. Goto and R. A. van de Geijn, "Anatomy of high-performance matrix multiplication", ACM
/// Transactions on Mathematical Software 34 (2008).
///
/// @param left n×m
/// @param right m×p
/// @param product n×p, zeros to begin with
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
record BlockedProduct(double[][] left, double[][] right, double[][] product) {
  /// A block of so many rows and columns takes 128 KB.
  private static final int BLOCK_ROWS = 64;

  private static final int BLOCK_COLUMNS = 256;

  /// Fewer multiplications take less time than waking other threads.
  private static final long WORTH_SHARING = 1 << 20;

  private static final int ROWS_AT_ONCE = 64;

  static double[][] of(double[][] left, double[][] right) {
    var product = new double[left.length][right[0].length];
    new BlockedProduct(left, right, product).compute();
    return product;
  }

  private void compute() {
    var asking = Thread.currentThread();
    long work = (long) left.length * right.length * right[0].length;
    if (work < WORTH_SHARING) {
      band(0, left.length, asking);
      return;
    }
    int bands = Math.min(left.length, 4 * (ForkJoinPool.getCommonPoolParallelism() + 1));
    IntStream.range(0, bands)
        .parallel()
        .forEach(b -> band(b * left.length / bands, (b + 1) * left.length / bands, asking));
  }

  /// The rows from one to before another.
  ///
  /// @param asking whose interrupt ends the computation, whichever thread computes
  private void band(int fromRow, int toRow, Thread asking) {
    int inner = right.length;
    int columns = right[0].length;
    for (int row = fromRow; row < toRow; row += ROWS_AT_ONCE) {
      for (int column = 0; column < columns; column += BLOCK_COLUMNS) {
        if (asking.isInterrupted()) {
          throw new CancellationException("the computation was cancelled");
        }
        for (int k = 0; k < inner; k += BLOCK_ROWS) {
          block(
              new Range(row, Math.min(row + ROWS_AT_ONCE, toRow)),
              new Range(k, Math.min(k + BLOCK_ROWS, inner)),
              new Range(column, Math.min(column + BLOCK_COLUMNS, columns)));
        }
      }
    }
  }

  /// Indices from one to before another.
  private record Range(int from, int to) {}

  /// Adds some terms to some cells.
  private void block(Range rows, Range terms, Range columns) {
    for (int i = rows.from; i < rows.to; i++) {
      double[] factors = left[i];
      int k = terms.from;
      for (; k + 3 < terms.to; k += 4) {
        addFour(product[i], factors, k, columns.from, columns.to);
      }
      for (; k < terms.to; k++) {
        addOne(product[i], factors[k], right[k], columns.from, columns.to);
      }
    }
  }

  /// Four terms at a time, in order, so that a sum is fetched and put back once for four.
  private void addFour(double[] sums, double[] factors, int k, int from, int to) {
    double first = factors[k];
    double second = factors[k + 1];
    double third = factors[k + 2];
    double fourth = factors[k + 3];
    double[] firstRow = right[k];
    double[] secondRow = right[k + 1];
    double[] thirdRow = right[k + 2];
    double[] fourthRow = right[k + 3];
    for (int j = from; j < to; j++) {
      sums[j] =
          (((sums[j] + first * firstRow[j]) + second * secondRow[j]) + third * thirdRow[j])
              + fourth * fourthRow[j];
    }
  }

  private static void addOne(double[] sums, double factor, double[] row, int from, int to) {
    for (int j = from; j < to; j++) {
      sums[j] += factor * row[j];
    }
  }
}
