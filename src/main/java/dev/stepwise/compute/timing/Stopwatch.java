package dev.stepwise.compute.timing;

import dev.stepwise.compute.run.Cancellation;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongSupplier;

/// Measures how long work takes. The first runs of a piece of code are many times slower than the
/// later ones, since the virtual machine compiles it while it runs; so work is repeated until it
/// gets no faster, and only then measured, in rounds that are long for the clock. The median of the
/// rounds counts: the garbage collector and other programs slow some of them down.
///
/// Works that are compared take turns, a round each, so that a slow moment of the machine meets all
/// of them.
///
/// A. Georges, D. Buytaert, L. Eeckhout, "Statistically rigorous Java performance evaluation",
/// OOPSLA 2007.
public final class Stopwatch {
  private static final long BLOCK_NANOS = 20_000_000;
  private static final long LEAST_WARM_UP_NANOS = 200_000_000;
  private static final long MOST_WARM_UP_NANOS = 1_000_000_000;
  private static final int PATIENCE = 5;
  private static final double FASTER = 0.97;

  private static final long ROUND_NANOS = 4_000_000;
  private static final long MEASURING_NANOS = 1_000_000_000;
  private static final int MOST_ROUNDS = 15;
  private static final int LEAST_ROUNDS = 3;
  private static final int MOST_REPEATS = 1 << 20;

  private final LongSupplier nanos;

  /// @param nanos a clock in nanoseconds that never goes back
  public Stopwatch(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// By the clock of the virtual machine.
  public static Stopwatch system() {
    return new Stopwatch(System::nanoTime);
  }

  /// How long one run of some work takes.
  ///
  /// @param work told a number that rises from 0, so that it need not do the same each time; its
  ///   result is used, so that the compiler cannot leave the work out
  /// @throws java.util.concurrent.CancellationException soon after the thread is interrupted
  public Timing time(IntToDoubleFunction work) {
    return inTurn(List.of(work)).getFirst();
  }

  /// How much faster one work is than another that does the same.
  ///
  /// @param baseline as for [#time]
  /// @param work as for [#time]
  public Comparison compare(IntToDoubleFunction baseline, IntToDoubleFunction work) {
    var timings = inTurn(List.of(baseline, work));
    return new Comparison(timings.getFirst(), timings.getLast());
  }

  /// How long one run of each work takes; they take turns.
  public List<Timing> inTurn(List<IntToDoubleFunction> works) {
    int[] repeats = works.stream().mapToInt(this::warmedUp).toArray();
    var rounds = works.stream().map(_ -> new ArrayList<Double>()).toList();
    long start = nanos.getAsLong();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (round >= LEAST_ROUNDS && nanos.getAsLong() - start > MEASURING_NANOS * works.size()) {
        break;
      }
      for (int w = 0; w < repeats.length; w++) {
        rounds.get(w).add(block(works.get(w), repeats[w]) / (1e9 * repeats[w]));
      }
    }
    return rounds.stream().map(Timing::of).toList();
  }

  /// Runs the work until it gets no faster; how often it is run in a round.
  private int warmedUp(IntToDoubleFunction work) {
    long start = nanos.getAsLong();
    double best = Double.POSITIVE_INFINITY;
    int repeats = 1;
    int noFaster = 0;
    do {
      long time = block(work, repeats);
      double each = (double) time / repeats;
      noFaster = each < FASTER * best ? 0 : noFaster + 1;
      best = Math.min(best, each);
      if (time < BLOCK_NANOS && repeats < MOST_REPEATS) {
        repeats *= 2;
        noFaster = 0;
      }
    } while (nanos.getAsLong() - start < LEAST_WARM_UP_NANOS
        || (noFaster < PATIENCE && nanos.getAsLong() - start < MOST_WARM_UP_NANOS));
    return Math.clamp((long) Math.ceil(ROUND_NANOS / Math.max(best, 1)), 1, MOST_REPEATS);
  }

  private long block(IntToDoubleFunction work, int repeats) {
    Cancellation.checkpoint();
    double sum = 0;
    long start = nanos.getAsLong();
    try {
      for (int i = 0; i < repeats; i++) {
        sum += work.applyAsDouble(i);
      }
      return nanos.getAsLong() - start;
    } finally {
      Reference.reachabilityFence(Double.valueOf(sum));
    }
  }
}
