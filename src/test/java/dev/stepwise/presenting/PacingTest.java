package dev.stepwise.presenting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacingTest {
  private static Pacing at(int seconds) {
    return new Pacing(
        Duration.ofSeconds(seconds),
        Duration.ofMinutes(40),
        Duration.ofMinutes(23),
        Duration.ofMinutes(26));
  }

  @Test
  void a_stop_is_ahead_on_time_or_late() {
    assertThat(at(22 * 60).words()).isEqualTo("1:00 ahead: this stop is until 26:00");
    assertThat(at(24 * 60 + 10).words()).isEqualTo("on time: this stop until 26:00");
    assertThat(at(26 * 60).isLate()).isFalse();
    assertThat(at(27 * 60 + 5).words()).isEqualTo("1:05 late: this stop was until 26:00");
  }

  @Test
  void shares_stay_within_the_plan() {
    assertThat(at(20 * 60).share()).isEqualTo(0.5);
    assertThat(at(50 * 60).share()).isEqualTo(1);
  }

  @Test
  void without_a_plan_nothing_is_late() {
    var none = new Pacing(Duration.ofMinutes(90), Duration.ZERO, Duration.ZERO, Duration.ZERO);
    assertThat(none.isLate()).isFalse();
    assertThat(none.share()).isZero();
    assertThat(none.words()).isEqualTo("no time is planned");
  }
}
