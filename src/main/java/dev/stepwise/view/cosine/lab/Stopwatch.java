package dev.stepwise.view.cosine.lab;

import dev.stepwise.compute.run.Cancellation;
import java.lang.ref.Reference;
import java.util.function.IntToDoubleFunction;

/// Measures short work: it is warmed up, then repeated, and the fastest round counts, so that the
/// garbage collector, the compiler and other programs have little say.
final class Stopwatch {
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 9;
  private static final long LEAST_NANOS = 2_000_000;
  private static final int MOST_REPEATS = 1 << 16;

  private Stopwatch() {}

  /// Seconds that one piece of work takes.
  ///
  /// @param work told a number that rises, so that it need not do the same each time; its result is
  ///   used, so that the compiler cannot leave the work out
  /// @throws java.util.concurrent.CancellationException soon after the thread is interrupted
  static double seconds(IntToDoubleFunction work) {
    int repeats = 1;
    for (int round = 0; round < WARM_UP; round++) {
      time(work, repeats);
    }
    while (repeats < MOST_REPEATS && time(work, repeats) < LEAST_NANOS) {
      repeats *= 2;
    }
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      least = Math.min(least, time(work, repeats));
    }
    return least / (1e9 * repeats);
  }

  private static long time(IntToDoubleFunction work, int repeats) {
    Cancellation.checkpoint();
    long start = System.nanoTime();
    double sum = 0;
    try {
      for (int i = 0; i < repeats; i++) {
        sum += work.applyAsDouble(i);
      }
      return System.nanoTime() - start;
    } finally {
      Reference.reachabilityFence(Double.valueOf(sum));
    }
  }
}
