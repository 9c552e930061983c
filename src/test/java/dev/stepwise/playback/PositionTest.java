package dev.stepwise.playback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
  private final Navigator<Runs.Empty> navigator = new Navigator<>(Runs.tree(2, 3, 2));

  @ParameterizedTest
  @ValueSource(strings = {"1", "3.1", "12.345.6"})
  void a_position_is_written_as_it_is_read(String text) {
    assertThat(Position.parse(text).orElseThrow()).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "1.0", "1.", ".1", "-1", "01", "first", "9999999999", "1..2"})
  void what_is_no_position_is_not_read(String text) {
    assertThat(Position.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.3", "2.3.2"})
  void a_position_of_the_run_is_found(String path) {
    assertThat(navigator.find(path).orElseThrow()).hasToString(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "1.4", "2.1.1.1", "3.1"})
  void beyond_the_end_and_inside_a_leaf_nothing_is_found(String path) {
    assertThat(navigator.find(path)).isEmpty();
  }

  @Test
  void last_is_the_last_step_of_the_top_level() {
    assertThat(navigator.find("last").orElseThrow()).hasToString("2");
  }

  @Test
  void the_step_of_index_0_is_written_1() {
    assertThat(Position.top(0)).hasToString("1");
  }

  @Test
  void a_step_comes_after_the_steps_inside_it() {
    var inside = Position.parse("2.3").orElseThrow();
    assertThat(inside).isLessThan(Position.top(1)).isGreaterThan(Position.top(0));
  }
}
