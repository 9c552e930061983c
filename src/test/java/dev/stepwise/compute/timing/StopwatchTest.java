package dev.stepwise.compute.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/// Times by a clock that moves only while work is done.
class StopwatchTest {
  private static final long MILLISECOND = 1_000_000;

  private long now;
  private final Stopwatch stopwatch = new Stopwatch(() -> now);

  /// Work that takes as long as is said for its first, second, … run.
  private IntToDoubleFunction work(IntToLongFunction nanos) {
    var runs = new int[1];
    return _ -> {
      now += nanos.applyAsLong(runs[0]++);
      return 1;
    };
  }

  @Test
  void slow_first_runs_do_not_count() {
    var timing = stopwatch.time(work(run -> run < 6 ? 30 * MILLISECOND : MILLISECOND));

    assertThat(timing.median()).isCloseTo(1e-3, within(1e-12));
    assertThat(timing.upper()).isCloseTo(1e-3, within(1e-12));
  }

  @Test
  void a_slow_run_now_and_then_leaves_the_median() {
    var timing = stopwatch.time(work(run -> run % 40 == 0 ? 50 * MILLISECOND : MILLISECOND));

    assertThat(timing.median()).isCloseTo(1e-3, within(1e-12));
  }

  @Test
  void the_spread_of_the_rounds_is_told() {
    var timing = stopwatch.time(work(run -> (10 + run % 3) * MILLISECOND));

    assertThat(timing.lower()).isLessThan(timing.median());
    assertThat(timing.upper()).isGreaterThan(timing.median());
    assertThat(timing.withSpread()).isEqualTo("11\u00A0ms (10\u00A0ms to 12\u00A0ms)");
  }

  @Test
  void work_too_short_for_the_clock_is_repeated() {
    // The clock ticks once in a thousand runs.
    var timing = stopwatch.time(work(run -> run % 1000 == 999 ? 20_000 : 0));

    assertThat(timing.median()).isCloseTo(20e-9, within(1e-10));
    assertThat(timing.text()).endsWith("\u00A0ns");
  }

  @Test
  void work_that_takes_seconds_is_not_repeated_for_long() {
    var runs = new int[1];
    stopwatch.time(
        work(run -> {
          runs[0] = run + 1;
          return 3_000 * MILLISECOND;
        }));

    assertThat(runs[0]).isLessThanOrEqualTo(5);
  }

  @Test
  void a_slow_moment_of_the_machine_meets_all_that_are_compared() {
    var both = stopwatch.inTurn(List.of(work(_ -> 10 * slowness()), work(_ -> 10 * slowness())));

    assertThat(both.getFirst().median()).isCloseTo(both.getLast().median(), within(1e-3));
  }

  /// The machine slows down bit by bit.
  private long slowness() {
    return MILLISECOND + now / 2_000;
  }

  @Test
  void compares_by_medians() {
    var comparison = stopwatch.compare(work(_ -> 6 * MILLISECOND), work(_ -> 2 * MILLISECOND));

    assertThat(comparison.speedUp()).isCloseTo(3, within(1e-9));
    assertThat(comparison.verdict()).isEqualTo("is 3 times as fast");
  }

  @Test
  void the_slower_one_takes_times_as_long() {
    var comparison = stopwatch.compare(work(_ -> 2 * MILLISECOND), work(_ -> 8 * MILLISECOND));

    assertThat(comparison.verdict()).isEqualTo("takes 4 times as long");
  }

  @Test
  void what_overlaps_is_not_decided() {
    var comparison =
        stopwatch.compare(
            work(run -> (20 + run % 5) * MILLISECOND), work(run -> (21 + run % 5) * MILLISECOND));

    assertThat(comparison.verdict()).isEqualTo("takes about as long");
  }

  @Test
  void stops_soon_after_an_interrupt() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> stopwatch.time(work(_ -> MILLISECOND)))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
