package dev.stepwise.compute.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {

  @ParameterizedTest
  @CsvSource({
    "point, points",
    "class, classes",
    "box, boxes",
    "batch, batches",
    "epoch, epochs",
    "entry, entries",
    "key, keys",
  })
  void what_is_more_than_one_has_the_ending_of_its_word(String one, String many) {
    assertThat(Phrases.count(2, one)).isEqualTo("2 " + many);
    assertThat(Phrases.count(1, one)).isEqualTo("1 " + one);
  }
}
