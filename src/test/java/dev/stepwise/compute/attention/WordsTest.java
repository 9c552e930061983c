package dev.stepwise.compute.attention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void four_products_are_written_out_as_they_are() {
    assertThat(Words.products(new double[] {1, 0, 2, 3}, new double[] {4, 5, 6, 0}))
        .isEqualTo("1\\cdot 4+0\\cdot 5+2\\cdot 6+3\\cdot 0");
  }

  @Test
  void of_more_products_those_that_make_the_sum_come_first() {
    assertThat(Words.products(new double[] {0, 0, 0, 0, 1, 0}, new double[] {1, 2, 3, 4, 6, 5}))
        .isEqualTo("1\\cdot 6+0\\cdot 1+0\\cdot 2+\\cdots");
    assertThat(Words.products(new double[5], new double[] {1, 2, 3, 4, 5}))
        .isEqualTo("0\\cdot 1+0\\cdot 2+0\\cdot 3+\\cdots");
  }

  /// A product that is not a number spoils the sum: it is shown, not left to the end.
  @Test
  void nan_is_not_nothing() {
    assertThat(Words.products(new double[] {0, 0, 0, 0, Double.NaN}, new double[5]))
        .startsWith("\\text{NaN}");
  }
}
