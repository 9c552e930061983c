package dev.stepwise.compute.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.run.Ref;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a neuron adds up, and a number that is worked out first.
class WeightedSumTest {

  private static Operation.WeightedSum sum(double[] weights, double[] inputs, double bias) {
    return new Operation.WeightedSum(
        Operand.vector("w", weights), Operand.vector("v", inputs), Operand.at(bias, "b"));
  }

  private static String line(Operation operation) {
    return Derivation.of(Ref.of("a"), operation.result(), operation)
        .formula()
        .orElseThrow()
        .latex();
  }

  @Test
  void products_that_are_0_are_not_written_but_are_sources() {
    var sum = sum(new double[] {2, 5, 3}, new double[] {4, 0, -1}, 1);
    assertThat(line(sum)).isEqualTo("a=2\\cdot 4+3\\cdot (-1)+1=\\mathbf{6}");
    assertThat(Derivation.of(Ref.of("a"), 6, sum).sources())
        .hasSize(7)
        .contains(Ref.of("v", 1), Ref.of("b"));
  }

  @Test
  void of_many_products_the_largest_are_written_and_the_rest_is_said_to_be_there() {
    double[] ones = {1, 1, 1, 1, 1, 1};
    assertThat(line(sum(ones, new double[] {1, 9, 2, 7, 3, 8}, 1)))
        .isEqualTo("a=1\\cdot 9+1\\cdot 7+1\\cdot 8+\\cdots+1=\\mathbf{31}");
  }

  @Test
  void a_bias_alone_is_the_sum() {
    assertThat(line(sum(new double[] {2}, new double[] {0}, 0.5)))
        .isEqualTo("a=0.50=\\mathbf{0.50}");
  }

  @Test
  void what_is_named_has_a_line_of_its_own_before() {
    var sum = sum(new double[] {2}, new double[] {3}, 1);
    var neuron = new Operation.Elementwise(Function.RELU, Operand.named("a=wv+b", sum));
    var lines = Derivation.of(Ref.of("h"), 7, neuron).narration().formulas();
    assertThat(lines)
        .isEqualTo(List.of("a=wv+b=2\\cdot 3+1=\\mathbf{7}", "h=\\max(0,\\,7)=\\mathbf{7}"));
  }
}
