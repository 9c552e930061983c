package dev.stepwise.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.quiz.Expression.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 | 3",
        "-0.5 | -0.5",
        "−0.5 | -0.5",
        "1.2e-7 | 1.2e-7",
        "6/sqrt(4) | 3",
        "√(16) + 1 | 5",
        "exp(-1.5) | 0.22313016014842982",
        "2·3 + 4×5 | 26",
        "(1 - 3)^2 | 4",
        "(1−3)² | 4",
        "tanh(0.5) | 0.46211715726000975",
        "sigmoid(0) | 0.5",
        "1/(1+exp(-2)) | 0.8807970779778823",
        "0,25 | 0.25",
        "ln(2) | 0.6931471805599453",
        "2**10 | 1024",
        "1/3 | 0.3333333333333333"
      })
  void what_people_type_is_computed(String typed, double value) {
    assertThat(Expression.read(typed))
        .isInstanceOfSatisfying(
            Reading.Value.class, read -> assertThat(read.value()).isCloseTo(value, within(1e-14)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "abc",
        "1 +",
        "sqrt(",
        "1//2",
        "sqrt()",
        "foo(3)",
        "1/0",
        "sqrt(-1)",
        "ln(0)",
        "true",
        "\"text\"",
        "{}",
        "a[0]",
        "1 2",
        "3 m",
        "😀",
        "((((((((((",
        "exp(1e9)",
        "9^9^9^9^9"
      })
  void what_is_no_number_is_told_in_words(String typed) {
    assertThat(Expression.read(typed))
        .isInstanceOfSatisfying(
            Reading.Unreadable.class, read -> assertThat(read.words()).isNotBlank());
  }

  @Test
  void a_long_text_is_refused_before_it_is_read() {
    assertThat(Expression.read("1+".repeat(10_000) + "1")).isInstanceOf(Reading.Unreadable.class);
  }
}
