package dev.stepwise.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NavigatorTest {
  private final Navigator<Runs.Empty> navigator = new Navigator<>(Runs.tree(2, 3, 2));

  private List<String> walk(int depth) {
    var walked = new ArrayList<String>();
    Optional<Position> at = Optional.of(navigator.firstInside(Position.START, depth));
    while (at.isPresent()) {
      walked.add(at.get().toString());
      at = navigator.next(at.get(), depth);
    }
    return walked;
  }

  @Test
  void a_walk_keeps_to_its_depth_and_goes_on_in_the_next_step() {
    assertThat(walk(1)).containsExactly("1", "2");
    assertThat(walk(2)).containsExactly("1.1", "1.2", "1.3", "2.1", "2.2", "2.3");
    assertThat(walk(3)).hasSize(12).startsWith("1.1.1", "1.1.2", "1.2.1").endsWith("2.3.2");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 9})
  void the_way_back_is_the_way_there(int depth) {
    var there = walk(depth);
    var back = new ArrayList<String>();
    Optional<Position> at = Optional.of(navigator.lastInside(navigator.end(), depth));
    while (at.isPresent()) {
      back.addFirst(at.get().toString());
      at = navigator.previous(at.get(), depth);
    }
    assertThat(back).isEqualTo(there);
  }

  @ParameterizedTest
  @CsvSource({
    "1, true",
    "2, true",
    "3, false",
    "1.3, true",
    "1.4, false",
    "2.3.2, true",
    "2.3.3, false",
    "1.1.1.1, false",
    "7.1, false"
  })
  void it_knows_which_positions_exist(String position, boolean exists) {
    assertThat(navigator.has(Position.parse(position).orElseThrow())).isEqualTo(exists);
  }

  @Test
  void every_step_is_the_one_at_its_position() {
    for (int depth = 1; depth <= 3; depth++) {
      for (var path : walk(depth)) {
        var position = Position.parse(path).orElseThrow();
        assertThat(navigator.step(position).crumb()).isEqualTo(path);
      }
    }
  }

  @Test
  void going_below_a_leaf_is_an_error() {
    assertThatThrownBy(() -> navigator.step(Position.parse("1.1.1.1").orElseThrow()))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void the_fraction_grows_along_the_walk_and_ends_at_the_step_itself() {
    double before = -1;
    for (var path : walk(3)) {
      double fraction = navigator.fraction(Position.parse(path).orElseThrow(), 2);
      assertThat(fraction).isGreaterThanOrEqualTo(before);
      before = fraction;
    }
    assertThat(before).isCloseTo(1, within(1e-12));
    assertThat(navigator.fraction(Position.START, 2)).isZero();
  }

  @Test
  void inside_the_first_step_one_moves_along_too() {
    double first = navigator.along(Position.parse("1.1").orElseThrow());
    double second = navigator.along(Position.parse("1.2").orElseThrow());
    assertThat(first).isStrictlyBetween(-1.0, 0.0);
    assertThat(second).isGreaterThan(first);
    assertThat(navigator.along(Position.START)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "1.", ".1", "a", "1,2", "-1", "1.0", "99999999999"})
  void what_is_no_position_is_not_read_as_one(String text) {
    assertThat(Position.parse(text)).isEmpty();
  }
}
