package dev.stepwise.compute.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Random;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class UnfoldingRunTest {
  private static final int LENGTH = 50_000;
  private static final int KEYS = 1000;

  private record Count(long value) implements Frame {
    @Override
    public SequencedMap<String, Value> variables() {
      return new LinkedHashMap<>();
    }
  }

  /// A linear congruential generator, whose every value depends on all before it.
  private static final class Counting implements UnfoldingRun.Recurrence<Long, Count> {
    private long transitions;

    @Override
    public Long first() {
      return 1L;
    }

    @Override
    public boolean isLast(Long state, int index) {
      return index == LENGTH - 1;
    }

    @Override
    public Long next(Long state, int index) {
      transitions++;
      return state * 6364136223846793005L + 1442695040888963407L;
    }

    @Override
    public Step<Count> step(Long state, int index) {
      return Step.of(StepKind.of("count"), "step " + index, new Count(state));
    }
  }

  private static long[] expected() {
    var values = new long[LENGTH];
    values[0] = 1;
    for (int i = 1; i < LENGTH; i++) {
      values[i] = values[i - 1] * 6364136223846793005L + 1442695040888963407L;
    }
    return values;
  }

  @Test
  void any_seek_in_50_000_steps_takes_few_transitions_and_keeps_few_states() {
    var counting = new Counting();
    var run = new UnfoldingRun<>(counting, KEYS);
    var expected = expected();
    assertThat(run.step(LENGTH - 1).frame().value()).isEqualTo(expected[LENGTH - 1]);
    assertThat(counting.transitions).isEqualTo(LENGTH - 1);
    var random = new Random(3);
    for (int seek = 0; seek < 2000; seek++) {
      int index = random.nextInt(LENGTH);
      long before = counting.transitions;
      assertThat(run.step(index).frame().value()).isEqualTo(expected[index]);
      assertThat(counting.transitions - before).isLessThanOrEqualTo(2 * LENGTH / KEYS);
      assertThat(run.keptStates()).isLessThanOrEqualTo(KEYS);
    }
  }

  @Test
  void nothing_is_computed_before_a_step_is_asked_for() {
    var counting = new Counting();
    var run = new UnfoldingRun<>(counting, KEYS);
    assertThat(run.knownLength()).isEmpty();
    run.step(0);
    assertThat(counting.transitions).isZero();
  }

  @Test
  void stepping_forwards_takes_one_transition_a_step() {
    var counting = new Counting();
    var run = new UnfoldingRun<>(counting, 2);
    for (int index = 0; index < 500; index++) {
      run.step(index);
    }
    assertThat(counting.transitions).isEqualTo(499);
  }

  @Test
  void the_length_is_found_and_ends_the_run() {
    var run = new UnfoldingRun<>(new Counting(), KEYS);
    assertThat(run.length()).isEqualTo(LENGTH);
    assertThat(run.has(LENGTH - 1)).isTrue();
    assertThat(run.has(LENGTH)).isFalse();
    assertThat(run.has(-1)).isFalse();
    assertThatThrownBy(() -> run.step(LENGTH)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void an_interrupted_thread_cancels_and_the_run_goes_on_later() {
    var run = new UnfoldingRun<>(new Counting(), KEYS);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> run.step(10)).isInstanceOf(CancellationException.class);
    } finally {
      var _ = Thread.interrupted();
    }
    assertThat(run.step(10).frame().value()).isEqualTo(expected()[10]);
  }

  @Test
  void several_threads_get_the_same_steps() throws Exception {
    var run = new UnfoldingRun<>(new Counting(), 64);
    var expected = expected();
    try (var pool = java.util.concurrent.Executors.newFixedThreadPool(4)) {
      var results = new java.util.ArrayList<java.util.concurrent.Future<Boolean>>();
      for (int thread = 0; thread < 4; thread++) {
        var random = new Random(thread);
        results.add(
            pool.submit(() -> {
              for (int seek = 0; seek < 200; seek++) {
                int index = random.nextInt(LENGTH);
                if (run.step(index).frame().value() != expected[index]) {
                  return false;
                }
              }
              return true;
            }));
      }
      for (var result : results) {
        assertThat(result.get()).isTrue();
      }
    }
    assertThat(run.keptStates()).isLessThanOrEqualTo(64);
  }
}
