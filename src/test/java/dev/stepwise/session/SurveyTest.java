package dev.stepwise.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "13, 1",
    "14, 2",
    "101, 10",
    "2002, 200",
    "50000, 5000",
    "2147483647, 200000000"
  })
  void a_long_run_has_names_at_round_numbers(int length, long stride) {
    assertThat(Survey.stride(length)).isEqualTo(stride);
  }
}
