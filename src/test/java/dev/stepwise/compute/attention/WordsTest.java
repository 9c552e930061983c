package dev.stepwise.compute.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.arithmetic.Formula;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void four_products_are_written_out_as_they_are() {
    assertThat(written(new double[] {1, 0, 2, 3}, new double[] {4, 5, 6, 0}))
        .isEqualTo("1\\cdot 4+0\\cdot 5+2\\cdot 6+3\\cdot 0");
  }

  @Test
  void of_more_products_those_that_make_the_sum_come_first() {
    assertThat(written(new double[] {0, 0, 0, 0, 1, 0}, new double[] {1, 2, 3, 4, 6, 5}))
        .isEqualTo("1\\cdot 6+0\\cdot 1+0\\cdot 2+\\cdots");
    assertThat(written(new double[5], new double[] {1, 2, 3, 4, 5}))
        .isEqualTo("0\\cdot 1+0\\cdot 2+0\\cdot 3+\\cdots");
  }

  /// A product that is not a number spoils the sum: it is shown, not left to the end.
  @Test
  void nan_is_not_nothing() {
    assertThat(written(new double[] {0, 0, 0, 0, Double.NaN}, new double[5]))
        .startsWith("\\text{NaN}");
  }

  private static String written(double[] left, double[] right) {
    return Formula.of(Words.products(left, right)).latex();
  }

  @Test
  void a_number_has_the_article_that_it_is_spoken_with() {
    for (long vowel : new long[] {8, 11, 18, 80, 88, 800, 8_192, 11_000, 18_000}) {
      assertThat(Words.article(vowel)).as("%d", vowel).isEqualTo("an");
    }
    for (long consonant : new long[] {1, 4, 12, 64, 110, 118, 180, 1_100, 1_800, 512}) {
      assertThat(Words.article(consonant)).as("%d", consonant).isEqualTo("a");
    }
  }

  @Test
  void of_one_it_is_not_said_that_it_is_all() {
    assertThat(Words.all(1, "head")).isEqualTo("the head");
    assertThat(Words.all(2, "head")).isEqualTo("both heads");
    assertThat(Words.all(8, "head")).isEqualTo("all 8 heads");
  }
}
