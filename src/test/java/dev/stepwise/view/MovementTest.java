package dev.stepwise.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.OneAtATime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@OneAtATime
class MovementTest {
  private static final Duration WHOLE = Duration.ofMillis(350);
  private final Movement movement = new Movement();

  private void pulseAt(long millis) {
    movement.pulse(Duration.ofMillis(millis).toNanos(), WHOLE);
  }

  @Test
  void it_takes_as_long_as_it_was_given() {
    movement.begin();
    for (int millis = 0; millis < 350; millis += 10) {
      pulseAt(millis);
      assertThat(movement.hasArrived()).isFalse();
    }
    pulseAt(350);
    assertThat(movement.progress()).isEqualTo(1);
    assertThat(movement.rests()).isTrue();
  }

  @Test
  void a_slow_frame_holds_it_up_and_does_not_swallow_it() {
    movement.begin();
    pulseAt(0);
    assertThat(movement.progress()).isZero();
    double before = 0;
    for (int frame = 1; frame < 8; frame++) {
      pulseAt(900L * frame);
      assertThat(movement.progress()).isGreaterThan(before).isLessThan(1);
      before = movement.progress();
    }
    pulseAt(9000);
    assertThat(movement.hasArrived()).isTrue();
  }

  @Test
  void steps_in_a_hurry_are_not_moved_to_until_it_is_calm_again() {
    movement.begin();
    pulseAt(0);
    pulseAt(20);
    movement.begin();
    assertThat(movement.hasArrived()).isTrue();
    assertThat(movement.rests()).isFalse();
    pulseAt(40);
    pulseAt(170);
    assertThat(movement.rests()).isTrue();
    movement.begin();
    assertThat(movement.progress()).isZero();
  }

  @Test
  void a_step_that_is_not_moved_to_is_there_at_once() {
    movement.begin();
    movement.skip();
    assertThat(movement.rests()).isTrue();
  }
}
