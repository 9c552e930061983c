package dev.stepwise.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.PopOverRoom.Grows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OneAtATime
class PopOverRoomTest {

  @ParameterizedTest
  @CsvSource({
    "100, 300, DOWN",
    "700, 300, UP",
    "420, 300, DOWN",
    "400, 2000, DOWN",
    "600, 2000, UP"
  })
  void what_it_shows_ends_inside_the_window(double place, double wanted, Grows grows) {
    var room = PopOverRoom.of(place, 0, 800, wanted);

    assertThat(room.grows()).isEqualTo(grows);
    double shown = Math.min(wanted, room.most());
    double end = grows == Grows.DOWN ? place + shown : place - shown;
    assertThat(end).isBetween(0.0, 800.0);
  }
}
