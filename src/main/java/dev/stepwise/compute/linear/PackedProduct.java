package dev.stepwise.compute.linear;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/// The product of two matrices from packed blocks of the right one. The textbook's three loops wait
/// for memory: they read the right matrix once for every row of the left. Here a block of it is
/// copied once to where the processor's cache keeps it, and meets every row before the next is
/// fetched. Bands of rows are computed on all processors.
///
/// The innermost loop runs along the columns, since neighbouring cells do not depend on each other.
/// The compiler turns such a loop into vector instructions only if it can tell that what is written
/// is not read again as something else, so sums and factors stand in one array, at distances that
/// are constants:
///
/// ```
/// sums before rows 0–3 │ 4 rows of the block │ sums after them │ the next 4 rows │ sums after …
/// ```
///
/// The terms of a cell are added from the first to the last, each product rounded before it is
/// added, so the cell equals [Matrices#dot] to the last bit. (A fused multiply-add would round once
/// and be no faster here.)
///
/// K. Goto and R. A. van de Geijn, "Anatomy of high-performance matrix multiplication", ACM
/// Transactions on Mathematical Software 34 (2008).
///
/// @param left n×m
/// @param right m×p
/// @param product n×p, zeros to begin with
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
record PackedProduct(double[][] left, double[][] right, double[][] product) {
  /// Columns of a block.
  private static final int WIDTH = 128;

  /// Rows of a block that are met in one pass over the sums. With more of them the compiler makes
  /// no vectors.
  private static final int ROWS = 4;

  /// Sums and the rows that are added to them.
  private static final int PANEL = (1 + ROWS) * WIDTH;

  /// Panels of a block, which takes 80 KB.
  private static final int PANELS = 16;

  private static final int BLOCK_ROWS = ROWS * PANELS;

  /// Fewer multiplications take less time than waking other threads.
  private static final long WORTH_SHARING = 1 << 21;

  static void compute(double[][] left, double[][] right, double[][] product) {
    new PackedProduct(left, right, product).compute();
  }

  private void compute() {
    var asking = Thread.currentThread();
    long work = (long) left.length * right.length * right[0].length;
    if (work < WORTH_SHARING) {
      band(0, left.length, asking);
      return;
    }
    int bands = Math.min(left.length, 2 * (ForkJoinPool.getCommonPoolParallelism() + 1));
    IntStream.range(0, bands)
        .parallel()
        .forEach(b ->
            band(
                (int) ((long) b * left.length / bands),
                (int) ((long) (b + 1) * left.length / bands),
                asking));
  }

  /// The rows from one to before another.
  ///
  /// @param asking whose interrupt ends the computation, whichever thread computes
  private void band(int from, int to, Thread asking) {
    int columns = right[0].length;
    var packed = new double[Math.min(PANELS, (right.length + ROWS - 1) / ROWS) * PANEL + WIDTH];
    for (int column = 0; column < columns; column += WIDTH) {
      int width = Math.min(WIDTH, columns - column);
      for (int term = 0; term < right.length; term += BLOCK_ROWS) {
        if (asking.isInterrupted()) {
          throw new CancellationException("the computation was cancelled");
        }
        int terms = Math.min(BLOCK_ROWS, right.length - term);
        pack(packed, term, terms, column, width);
        for (int row = from; row < to; row++) {
          System.arraycopy(product[row], column, packed, 0, width);
          int sums = addBlock(packed, left[row], term, terms, width);
          System.arraycopy(packed, sums, product[row], column, width);
        }
      }
    }
  }

  /// Copies a block of the right matrix. Where its rows are no multiple of four, rows of zeros
  /// follow.
  private void pack(double[] packed, int term, int terms, int column, int width) {
    for (int k = 0; k < terms; k++) {
      System.arraycopy(right[term + k], column, packed, place(k), width);
    }
    for (int k = terms; k % ROWS != 0; k++) {
      Arrays.fill(packed, place(k), place(k) + width, 0);
    }
  }

  private static int place(int row) {
    return row / ROWS * PANEL + (1 + row % ROWS) * WIDTH;
  }

  /// Adds the terms of a block to the sums of one row, and says where the sums are then.
  private static int addBlock(double[] packed, double[] factors, int term, int terms, int width) {
    int panel = 0;
    int k = term;
    int end = term + terms;
    for (; k + ROWS <= end; k += ROWS, panel += PANEL) {
      addFour(packed, panel, width, factors[k], factors[k + 1], factors[k + 2], factors[k + 3]);
    }
    if (k < end) {
      // The rows that are missing are zeros; a sum that began with 0 is never −0, so adding 0 to it
      // changes nothing.
      double second = k + 1 < end ? factors[k + 1] : 0;
      double third = k + 2 < end ? factors[k + 2] : 0;
      addFour(packed, panel, width, factors[k], second, third, 0);
      panel += PANEL;
    }
    return panel;
  }

  /// Four terms of each sum, in order. The sums move on to where the next four are added.
  private static void addFour(
      double[] packed,
      int panel,
      int width,
      double first,
      double second,
      double third,
      double fourth) {
    for (int j = panel; j < panel + width; j++) {
      packed[j + PANEL] =
          (((packed[j] + first * packed[j + WIDTH]) + second * packed[j + 2 * WIDTH])
                  + third * packed[j + 3 * WIDTH])
              + fourth * packed[j + 4 * WIDTH];
    }
  }
}
