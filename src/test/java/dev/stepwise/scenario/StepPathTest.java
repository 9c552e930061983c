package dev.stepwise.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepPathTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", "3.1", "12.345.6", "last"})
  void a_path_is_written_as_it_is_read(String text) {
    assertThat(StepPath.parse(text).orElseThrow()).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "1.0", "1.", ".1", "-1", "01", "first", "9999999999", "1..2"})
  void what_is_no_path_is_not_read(String text) {
    assertThat(StepPath.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, begin", "1.3, end", "2, end", "last, end"})
  void a_step_is_found_by_its_path(String path, String phase) {
    var found = StepPath.parse(path).orElseThrow().in(new EveryKind().run(Given.nothing()));

    assertThat(found.orElseThrow().phase()).isEqualTo(phase);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "1.4", "2.1", "3.1"})
  void beyond_the_end_and_inside_a_leaf_there_is_no_step(String path) {
    assertThat(StepPath.parse(path).orElseThrow().in(new EveryKind().run(Given.nothing())))
        .isEmpty();
  }

  @Test
  void the_step_of_index_0_has_path_1() {
    assertThat(StepPath.ofIndex(0)).hasToString("1");
  }
}
