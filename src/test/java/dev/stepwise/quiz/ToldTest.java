package dev.stepwise.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToldTest {
  @Test
  void numbers_get_the_digits_with_which_they_give_the_printed_answer() {
    // 0.82 − 9.2 · 0.118 = −0.27, but 0.82 − 9.2 · 0.12 = −0.28
    assertThat(Told.of(0.82 - 9.2 * 0.118, told -> told[0] - told[1] * told[2], 0.82, 9.2, 0.118))
        .hasValueSatisfying(told -> assertThat(told).containsExactly("0.82", "9.20", "0.118"));
  }

  @Test
  void numbers_that_give_the_answer_as_they_are_get_no_more_digits() {
    assertThat(Told.of(3.0, told -> told[0] / told[1], 6.0, 2.0))
        .hasValueSatisfying(told -> assertThat(told).containsExactly("6", "2"));
  }

  @Test
  void the_answer_may_be_told_in_other_words() {
    double root = Math.sqrt(5);
    assertThat(
            Told.of(
                1.0,
                number -> Math.abs(number - 1) < 1e-6 ? "one" : "another",
                told -> told[0] / (told[1] * told[2]),
                5,
                root,
                root))
        .hasValueSatisfying(told -> assertThat(told.get(1)).startsWith("2.23606"));
  }

  @Test
  void where_no_digits_help_nothing_is_told() {
    assertThat(Told.of(1.0, _ -> 2.0, 1.0)).isEmpty();
  }
}
