package dev.stepwise.compute.linear;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Work on the rows of a matrix, shared among all processors where it pays. Rows don't depend on
/// each other, so it makes no difference to the result who computes which.
public final class Bands {
  /// Fewer operations take less time than waking other threads.
  private static final long WORTH_SHARING = 1 << 21;

  private Bands() {}

  /// Rows from one to before another.
  public interface Band {
    /// Computes them.
    void compute(int from, int to, Runnable checkpoint);
  }

  /// Computes all rows, some at a time.
  ///
  /// @param operations about how many multiplications there are in all
  /// @param band called for rows that are beside each other, by several threads at once; calls its
  ///   checkpoint now and then
  /// @throws CancellationException soon after the thread that asks is interrupted
  public static void compute(int rows, long operations, Band band) {
    var asking = Thread.currentThread();
    Runnable checkpoint =
        () -> {
          if (asking.isInterrupted()) {
            throw new CancellationException("the computation was cancelled");
          }
        };
    if (operations < WORTH_SHARING) {
      band.compute(0, rows, checkpoint);
      return;
    }
    int bands = Math.min(rows, 2 * (ForkJoinPool.getCommonPoolParallelism() + 1));
    IntStream.range(0, bands)
        .parallel()
        .forEach(b ->
            band.compute(
                (int) ((long) b * rows / bands), (int) ((b + 1L) * rows / bands), checkpoint));
  }

  /// Computes all rows one by one.
  ///
  /// @param operations about how many multiplications there are in all
  /// @throws CancellationException soon after the thread that asks is interrupted
  public static void computeEach(int rows, long operations, IntConsumer row) {
    compute(
        rows,
        operations,
        (from, to, checkpoint) -> {
          for (int i = from; i < to; i++) {
            checkpoint.run();
            row.accept(i);
          }
        });
  }
}
