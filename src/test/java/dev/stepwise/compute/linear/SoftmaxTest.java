package dev.stepwise.compute.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoftmaxTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void weights_are_positive_sum_to_one_and_do_not_see_a_shift(long seed) {
    var scores = RandomMatrices.gaussian(1, 9, 4, new Well19937c(seed))[0];
    var weights = Softmax.stable(scores);
    assertThat(Arrays.stream(weights).min().orElseThrow()).isPositive();
    assertThat(Softmax.sum(weights)).isCloseTo(1, within(1e-14));
    var shifted = scores.clone();
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] += 1000;
    }
    assertThat(Softmax.stable(shifted)).containsExactly(weights, within(1e-12));
    assertThat(Softmax.naive(scores)).containsExactly(weights, within(1e-14));
  }

  @Test
  void the_ratio_of_two_weights_is_the_exponential_of_their_scores_gap() {
    assertThat(Softmax.stable(new double[] {0, Math.log(3)}))
        .containsExactly(new double[] {0.25, 0.75}, within(1e-15));
  }

  @Test
  void the_naive_form_overflows_where_the_stable_one_does_not() {
    var scores = new double[] {800, 799};
    assertThat(Softmax.stable(scores)[0]).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-15));
    assertThat(Softmax.naive(scores)).containsOnly(Double.NaN);
    assertThat(Softmax.naive(new double[] {-800, -801})).containsOnly(Double.NaN);
  }

  @Test
  void a_hidden_score_weighs_nothing() {
    assertThat(Softmax.stable(new double[] {1, Double.NEGATIVE_INFINITY})).containsExactly(1, 0);
  }
}
