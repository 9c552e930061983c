package dev.stepwise.compute.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0",
    "1, 1, 100",
    "57, 100, 57",
    "177, 192, 92.2",
    "88, 96, 91.7",
    "1999, 2000, 99.9",
    "1, 9000, 0.1"
  })
  void only_all_are_a_hundred_per_cent(int right, int count, String share) {
    assertThat(Evaluation.percent((double) right / count)).isEqualTo(share + "\u00A0%");
  }
}
