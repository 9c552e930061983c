package dev.stepwise.compute.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.gradient.network.Averaging;
import dev.stepwise.compute.gradient.network.GradientCheck;
import dev.stepwise.compute.gradient.network.TwoLayerNetwork;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BackpropagationTest {

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_gradient_agrees_with_central_differences(long seed) {
    var problem = Problems.network(seed);
    var at = Trainer.initialise(problem);
    var forward = Trainer.forward(problem, problem.data().training(), at);
    var gradients =
        TwoLayerNetwork.backward(forward, at, problem.activation(), Averaging.MEAN).gradients();
    for (int i = 0; i < at.count(); i++) {
      var place = at.place(i);
      var check = GradientCheck.of(forward, at, problem.activation(), place, GradientCheck.STEP);
      assertThat(check.agrees(gradients.at(place)))
          .as("%s: %s against %s", place.name(), gradients.at(place), check.numeric())
          .isTrue();
    }
  }

  @Test
  void the_sum_beside_the_mean_is_found_by_the_check() {
    var problem = Problems.network(3);
    var at = Trainer.initialise(problem);
    var forward = Trainer.forward(problem, problem.data().training(), at);
    var wrong =
        TwoLayerNetwork.backward(forward, at, problem.activation(), Averaging.SUM_BESIDE_MEAN)
            .gradients();
    var right =
        TwoLayerNetwork.backward(forward, at, problem.activation(), Averaging.MEAN).gradients();
    int n = forward.size();
    assertThat(wrong.dw2()[0][0]).isCloseTo(n * right.dw2()[0][0], within(1e-12));
    assertThat(wrong.db2()).containsExactly(right.db2(), within(1e-12));
    var place = at.place(at.count() - at.classes() - 1);
    var check = GradientCheck.of(forward, at, problem.activation(), place, GradientCheck.STEP);
    assertThat(check.agrees(wrong.at(place))).isFalse();
    assertThat(check.agrees(right.at(place))).isTrue();
  }

  private static org.assertj.core.data.Offset<Double> within(double gap) {
    return org.assertj.core.api.Assertions.within(gap);
  }

  @Test
  void probabilities_of_a_row_sum_to_1_and_errors_to_0() {
    var problem = Problems.network(5);
    var at = Trainer.initialise(problem);
    var forward = Trainer.forward(problem, problem.data().training(), at);
    var back = TwoLayerNetwork.backward(forward, at, problem.activation(), Averaging.MEAN);
    for (int row = 0; row < forward.size(); row++) {
      assertThat(java.util.Arrays.stream(forward.p()[row]).sum()).isCloseTo(1, within(1e-12));
      assertThat(java.util.Arrays.stream(back.dz2()[row]).sum()).isCloseTo(0, within(1e-12));
    }
  }

  @Test
  void a_probability_that_rounds_to_0_still_has_a_finite_loss() {
    assertThat(TwoLayerNetwork.crossEntropy(new double[] {2000, 0}, 1)).isEqualTo(2000);
    assertThat(TwoLayerNetwork.crossEntropy(new double[] {0, 0}, 0))
        .isCloseTo(Math.log(2), within(1e-15));
  }
}
