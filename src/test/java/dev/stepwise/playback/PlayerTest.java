package dev.stepwise.playback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlayerTest extends PlayerHarness {
  @Test
  void moves_made_while_the_worker_is_busy_add_up() {
    var player = open(Runs.tree(5));
    player.over();
    player.over();
    player.over();
    player.back();
    assertThat(player.isBusy()).isTrue();
    worker.runAll();
    assertThat(at()).isEqualTo("3");
    assertThat(player.isBusy()).isFalse();
  }

  @Test
  void walking_at_another_depth_goes_into_the_step_or_out_to_the_one_around() {
    var player = open(Runs.tree(3, 2, 2));
    player.over();
    player.walkAt(3);
    worker.runAll();
    assertThat(at()).isEqualTo("2.1.1");
    player.over();
    player.walkAt(2);
    worker.runAll();
    assertThat(at()).isEqualTo("2.1");
    assertThat(states.getLast().depth()).isEqualTo(2);
  }

  @Test
  void a_gate_keeps_it_from_going_into_a_step_at_the_stop_before_that_step() {
    var player = open(Runs.tree(3, 2, 2));
    var asked = new ArrayList<String>();
    player.setGate((position, _) -> Optional.of(() -> asked.add(position.toString())));
    player.into();
    worker.runAll();
    assertThat(at()).as("nothing is before the first step").isEqualTo("1.1");
    assertThat(asked).isEmpty();
    player.setGate(Gate.open());
    player.out();
    player.over();
    worker.runAll();
    player.setGate((position, _) -> Optional.of(() -> asked.add(position.toString())));
    player.into();
    worker.runAll();
    assertThat(at()).isEqualTo("1");
    assertThat(asked).containsExactly("2.1");
    player.proceed();
    worker.runAll();
    assertThat(at()).isEqualTo("2.1");
  }

  @Test
  void the_start_is_that_of_the_top_level() {
    var player = open(Runs.tree(3, 2, 2));
    player.over();
    player.into();
    player.toStart();
    player.over();
    worker.runAll();
    assertThat(at()).isEqualTo("2");
  }

  @Test
  void into_and_out_change_the_depth_and_over_keeps_it() {
    var player = open(Runs.tree(3, 2, 2));
    player.into();
    player.over();
    player.over();
    worker.runAll();
    assertThat(at()).isEqualTo("2.1");
    player.out();
    player.over();
    worker.runAll();
    assertThat(at()).isEqualTo("3");
    assertThat(states.getLast().atEnd()).isTrue();
  }

  @Test
  void at_the_ends_a_move_stays_where_it_is() {
    var player = open(Runs.tree(2));
    player.back();
    player.out();
    player.into();
    worker.runAll();
    assertThat(at()).isEqualTo("1");
    player.toEnd();
    player.over();
    worker.runAll();
    assertThat(at()).isEqualTo("2");
  }

  @Test
  void a_jump_discards_the_moves_before_it() {
    var player = open(Runs.tree(9));
    player.over();
    player.over();
    player.goTo(Position.top(6));
    worker.runAll();
    assertThat(at()).isEqualTo("7");
    assertThat(states).extracting(state -> state.position().toString()).containsExactly("1", "7");
  }

  @Test
  void a_jump_past_the_end_goes_to_the_end() {
    var player = open(Runs.tree(4, 2));
    player.goTo(Position.parse("9.9").orElseThrow());
    worker.runAll();
    assertThat(at()).isEqualTo("4");
    player.goTo(Position.parse("2.9").orElseThrow());
    worker.runAll();
    assertThat(at()).isEqualTo("2");
  }

  @Test
  void phases_are_the_steps_of_the_top_level_at_the_depth_that_is_walked() {
    var player = open(Runs.tree(3, 3));
    player.into();
    player.over();
    player.nextPhase();
    worker.runAll();
    assertThat(at()).isEqualTo("2.1");
    player.over();
    player.previousPhase();
    worker.runAll();
    assertThat(at()).isEqualTo("2.1");
    player.previousPhase();
    worker.runAll();
    assertThat(at()).isEqualTo("1.1");
  }

  @ParameterizedTest
  @EnumSource(value = Speed.class, names = "AS_DRAWN", mode = EnumSource.Mode.EXCLUDE)
  void a_step_is_shown_as_long_as_the_speed_says(Speed speed) {
    var player = open(Runs.tree(9));
    player.setSpeed(speed);
    player.play();
    player.pulse(0);
    player.pulse(speed.nanosPerStep() - 1);
    worker.runAll();
    assertThat(at()).isEqualTo("1");
    player.pulse(speed.nanosPerStep());
    worker.runAll();
    assertThat(at()).isEqualTo("2");
  }

  @Test
  void the_fastest_speed_takes_a_step_a_frame() {
    var player = open(Runs.tree(9));
    player.setSpeed(Speed.AS_DRAWN);
    player.play();
    for (int frame = 0; frame < 3; frame++) {
      player.pulse(frame);
      worker.runAll();
    }
    assertThat(at()).isEqualTo("4");
  }

  @Test
  void playing_waits_for_a_slow_worker_instead_of_piling_up_steps() {
    var player = open(Runs.tree(9));
    player.play();
    player.pulse(0);
    for (int second = 1; second <= 5; second++) {
      player.pulse(second * SECOND);
    }
    worker.runAll();
    assertThat(at()).isEqualTo("2");
  }

  @Test
  void playing_at_the_end_begins_again() {
    var player = open(Runs.tree(3));
    player.toEnd();
    worker.runAll();
    player.play();
    worker.runAll();
    assertThat(at()).isEqualTo("1");
    assertThat(states.getLast().playing()).isTrue();
  }

  @Test
  void a_move_by_hand_pauses() {
    var player = open(Runs.tree(5));
    player.play();
    player.over();
    worker.runAll();
    assertThat(states.getLast().playing()).isFalse();
  }

  @Test
  void a_defect_is_told_and_the_run_stays_where_it_was() {
    var defect = new IllegalStateException("broken");
    var player =
        open(
            Run.indexed(
                3,
                i -> {
                  if (i == 1) {
                    throw defect;
                  }
                  return Runs.step("s", Set.of(), null);
                }));
    player.over();
    worker.runAll();
    assertThat(failures).containsExactly(defect);
    assertThat(at()).isEqualTo("1");
    assertThat(player.isBusy()).isFalse();
    player.goTo(Position.top(2));
    worker.runAll();
    assertThat(at()).isEqualTo("3");
  }

  @Test
  void giving_up_forgets_the_moves_that_wait() {
    var player = open(Runs.tree(9));
    player.over();
    player.over();
    worker.runOne();
    player.cancel();
    worker.runAll();
    assertThat(at()).isEqualTo("2");
    player.over();
    worker.runAll();
    assertThat(at()).isEqualTo("3");
  }

  @Test
  void a_closed_player_tells_nothing_more() {
    var player = open(Runs.tree(9));
    player.over();
    player.close();
    worker.runAll();
    assertThat(at()).isEqualTo("1");
  }

  @Test
  void a_refresh_tells_the_length_that_has_become_known() {
    var run = new LateLength(Runs.tree(4));
    var player = open(run);
    assertThat(states.getLast().topLength()).isEmpty();
    run.known = true;
    player.refresh();
    worker.runAll();
    assertThat(states.getLast().topLength()).hasValue(4);
  }

  @Test
  void a_refresh_keeps_the_step_that_is_shown() {
    var player = open(Runs.tree(4));
    player.over();
    worker.runAll();
    player.refresh();
    player.goTo(Position.top(1));
    worker.runAll();
    assertThat(states.getLast().step()).isSameAs(states.get(1).step());
  }

  @Test
  void a_jump_interrupts_the_move_that_runs_though_others_wait() throws InterruptedException {
    var began = new CountDownLatch(1);
    var interrupted = new AtomicBoolean();
    var arrived = new CountDownLatch(1);
    try (var thread = Executors.newSingleThreadExecutor()) {
      var endless =
          Run.indexed(
              4,
              i -> {
                if (i == 1) {
                  began.countDown();
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException _) {
                    interrupted.set(true);
                    throw new CancellationException();
                  }
                }
                return Runs.step("s", Set.of(), null);
              });
      var player = new Player<>(endless, thread, Runnable::run);
      player.onChange(state -> {
        if (state.position().first() == 3) {
          arrived.countDown();
        }
      });
      player.over();
      player.over();
      assertThat(began.await(20, TimeUnit.SECONDS)).isTrue();
      player.goTo(Position.top(3));
      assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(interrupted).isTrue();
    }
  }

  /// A run that does not know its length at first.
  private static final class LateLength implements Run<Runs.Empty> {
    private final Run<Runs.Empty> run;
    private boolean known;

    LateLength(Run<Runs.Empty> run) {
      this.run = run;
    }

    @Override
    public Step<Runs.Empty> step(int index) {
      return run.step(index);
    }

    @Override
    public boolean has(int index) {
      return run.has(index);
    }

    @Override
    public OptionalInt knownLength() {
      return known ? run.knownLength() : OptionalInt.empty();
    }
  }
}
