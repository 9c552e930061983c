package dev.stepwise.compute.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.54   | 0.42  | The loss falls from 0.54 to 0.42",
        "0.42   | 0.54  | The loss rises from 0.42 to 0.54",
        "1.1101 | 1.1100 | The loss falls a little, to 1.11",
        "1.1100 | 1.1101 | The loss rises a little, to 1.11",
        "1.11   | 1.11  | The loss stays at 1.11",
        "NaN    | 1.11  | The loss is 1.11"
      })
  void a_change_never_names_the_same_number_twice(double before, double after, String words) {
    assertThat(Words.change("The loss", before, after)).isEqualTo(words);
  }
}
