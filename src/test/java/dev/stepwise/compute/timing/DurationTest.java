package dev.stepwise.compute.timing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "2e-8, 20 ns",
    "3.51e-5, 35.10 µs",
    "0.00124, 1.24 ms",
    "0.25, 250 ms",
    "58, 58 s"
  })
  void is_told_in_the_largest_unit_of_which_there_is_one(double seconds, String text) {
    assertThat(Duration.text(seconds)).isEqualTo(text.replace(' ', '\u00A0'));
  }
}
