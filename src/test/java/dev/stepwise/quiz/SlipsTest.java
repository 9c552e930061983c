package dev.stepwise.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Numbers worked out by hand, and what people get who make a known mistake.
class SlipsTest {

  private static Blank blank(Ref ref, Operation operation, Map<String, Value> variables) {
    var derivation = Derivation.of(ref, operation.result(), operation).saying("Work it out.");
    return new Blank(derivation, Slips.of(derivation, variables));
  }

  private static Blank blank(Operation operation) {
    return blank(Ref.of("x"), operation, Map.of());
  }

  private static List<Operand> numbers(double... values) {
    return Operand.list(values.length, i -> Operand.constant(values[i]));
  }

  private static String slip(Blank blank, String answer) {
    return blank.check(answer) instanceof Verdict.Slipped(var slip) ? slip.id() : "none";
  }

  @Test
  void a_score_divided_by_the_number_of_dimensions_forgot_the_root() {
    var scaled =
        new Operation.Quotient(
            Operand.constant(6),
            Operand.of(new Operation.Elementwise(Function.ROOT, Operand.count(4))));
    assertThat(blank(scaled).check("6/sqrt(4)")).isEqualTo(new Verdict.Right("3"));
    assertThat(slip(blank(scaled), "6/4")).isEqualTo("root-left-out");
    assertThat(slip(blank(scaled), "6")).isEqualTo("not-divided");
    assertThat(slip(blank(scaled), "12")).isEqualTo("multiplied");
    assertThat(blank(scaled).check("7")).isEqualTo(new Verdict.Wrong());
  }

  @Test
  void a_mean_that_is_a_sum_is_named() {
    var mean = new Operation.Mean(numbers(1, 2, 6));
    assertThat(blank(mean).check("3")).isInstanceOf(Verdict.Right.class);
    assertThat(slip(blank(mean), "9")).isEqualTo("sum-for-mean");
    assertThat(slip(blank(mean), "4.5")).isEqualTo("one-less");
  }

  @Test
  void a_distance_without_its_root_is_named() {
    var squares =
        Operand.list(
            2,
            i ->
                Operand.of(
                    new Operation.Power(
                        Operand.of(
                            new Operation.Difference(Operand.constant(3 + i), Operand.constant(0))),
                        2)));
    var distance = new Operation.Elementwise(Function.ROOT, Operand.of(new Operation.Sum(squares)));
    assertThat(blank(distance).check("5")).isInstanceOf(Verdict.Right.class);
    assertThat(slip(blank(distance), "25")).isEqualTo("root-left-out");
    assertThat(slip(blank(distance), "sqrt(7)")).isIn("not-squared", "absolute");
    assertThat(slip(blank(distance), "3")).isEqualTo("last-left-out");
  }

  @Test
  void a_weight_that_is_not_divided_by_the_sum_is_named() {
    var weight = new Operation.Softmax(numbers(1, 2, 3), 2);
    assertThat(blank(weight).check("exp(3)/(exp(1)+exp(2)+exp(3))"))
        .isInstanceOf(Verdict.Right.class);
    assertThat(blank(weight).check("0.665")).isInstanceOf(Verdict.Right.class);
    assertThat(slip(blank(weight), "1")).isEqualTo("not-normalised");
    assertThat(slip(blank(weight), "exp(3)")).isEqualTo("not-normalised");
    assertThat(slip(blank(weight), "0.5")).isEqualTo("no-exponential");
  }

  @Test
  void a_neuron_without_its_bias_is_named_before_and_after_its_function() {
    var sum =
        new Operation.WeightedSum(numbers(2, 3), numbers(4, -1), Operand.constant(1)); // 8 − 3 + 1
    assertThat(blank(sum).check("6")).isInstanceOf(Verdict.Right.class);
    assertThat(slip(blank(sum), "5")).isEqualTo("bias-left-out");
    assertThat(slip(blank(sum), "9")).isEqualTo("last-left-out");
    var neuron = new Operation.Elementwise(Function.RELU, Operand.named("a", sum));
    assertThat(slip(blank(neuron), "5")).isEqualTo("bias-left-out");
  }

  @Test
  void a_tie_to_the_wrong_side_is_named() {
    var nearest = new Operation.Chosen(Operation.Extreme.LEAST, numbers(4, 2, 7, 2));
    assertThat(blank(nearest).check("1")).isInstanceOf(Verdict.Right.class);
    assertThat(slip(blank(nearest), "3")).isEqualTo("tie-to-the-higher");
    assertThat(slip(blank(nearest), "2")).isIn("other-extreme", "counted-from-one");
  }

  @Test
  void a_row_taken_for_a_column_is_named() {
    var dot = new Operation.Dot(numbers(1, 2), numbers(3, 4));
    Map<String, Value> variables =
        Map.of("scores", new Value.Matrix(new double[][] {{0, 11}, {8, 0}}));
    var blank = blank(Ref.of("scores", 0, 1), dot, variables);
    assertThat(blank.check("11")).isInstanceOf(Verdict.Right.class);
    assertThat(slip(blank, "8")).isIn("row-for-column", "last-left-out");
  }

  @Test
  void a_slip_that_gives_the_right_number_is_none() {
    var mean = new Operation.Mean(numbers(0, 0, 0));
    assertThat(blank(mean).slips()).isEmpty();
  }

  @Test
  void a_hint_leaves_the_number_out() {
    var mean = blank(new Operation.Mean(numbers(1, 2, 6)));
    assertThat(mean.words()).isEqualTo("Work it out.");
    assertThat(mean.arithmetic().orElseThrow())
        .contains("1+2+6")
        .contains("?")
        .doesNotContain("=3");
    assertThat(mean.solution()).isEqualTo("x = 3");
  }
}
