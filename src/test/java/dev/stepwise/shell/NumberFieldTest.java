package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.OneAtATime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OneAtATime
class NumberFieldTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.3, 0.3",
    "20, 20",
    "-1.25, -1.25",
    "1e6, 1e6",
    "1e5, 100000",
    "1.5e-7, 1.5e-7",
    "1e-4, 0.0001",
    "1234567, 1234567",
    "2.5e9, 2.5e9",
    "0.3333333333333333, 0.3333333333333333"
  })
  void a_number_is_shown_as_a_person_writes_it_and_can_be_read_back(double number, String written) {
    assertThat(NumberField.words(number)).isEqualTo(written);
    assertThat(Double.parseDouble(written)).isEqualTo(number);
  }
}
