package dev.stepwise.compute.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "-0.0, 0, 0",
    "5, 5, 5",
    "-5, −5, -5",
    "2.7689, 2.77, 2.77",
    "-3.8, −3.80, -3.80",
    "0.25, 0.25, 0.25",
    "0.03668, 0.0367, 0.0367",
    "0.04, 0.04, 0.04",
    "0.0001, 0.0001, 0.0001",
    "0.000123456, 0.000123, 0.000123",
    "1.2e-7, 1.2e−7, 1.2\\cdot 10^{-7}",
    "397.2681, 397.3, 397.3",
    "12345.6, 12346, 12346",
    "150000, 150000, 150000",
    "2500000, 2.5e6, 2.5\\cdot 10^{6}",
    "-1e300, −1e300, -1\\cdot 10^{300}",
    "NaN, NaN, \\text{NaN}",
    "-Infinity, −∞, -\\infty",
  })
  void numbers_read_as_people_write_them(double value, String text, String latex) {
    assertThat(Numbers.text(value)).isEqualTo(text);
    assertThat(Numbers.latex(value)).isEqualTo(latex);
  }

  @Test
  void a_negative_operand_stands_in_parentheses() {
    assertThat(Numbers.latexOperand(-1.5)).isEqualTo("(-1.50)");
    assertThat(Numbers.latexOperand(1.5)).isEqualTo("1.50");
  }
}
