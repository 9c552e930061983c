package dev.stepwise.compute.arithmetic;

import static dev.stepwise.compute.arithmetic.Term.difference;
import static dev.stepwise.compute.arithmetic.Term.dot;
import static dev.stepwise.compute.arithmetic.Term.number;
import static dev.stepwise.compute.arithmetic.Term.product;
import static dev.stepwise.compute.arithmetic.Term.quotient;
import static dev.stepwise.compute.arithmetic.Term.sum;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FormulaTest {

  @Test
  void a_line_that_holds_has_the_usual_digits() {
    assertThat(Formula.of("s").is(dot(new double[] {1.5, 2}, new double[] {0.5, 3}, 4)).gives(6.75))
        .hasToString("s=1.50\\cdot 0.50+2\\cdot 3=\\mathbf{6.75}");
  }

  @Test
  void operands_get_the_digits_that_the_result_needs() {
    // 0.88 + 0.00 = 0.87 is what the usual digits would say.
    double left = 0.8754;
    double right = -0.0014;
    assertThat(Formula.of(sum(number(left), number(right))).gives(left + right))
        .hasToString("0.875-0.0014=\\mathbf{0.87}");
    assertThat(Formula.of(product(0.72237, 3510.2)).gives(0.72237 * 3510.2))
        .hasToString("0.72237\\cdot 3510.2=\\mathbf{2535.7}");
  }

  @Test
  void parts_that_were_computed_hold_as_printed_too() {
    double kept = 1.0 * 0.9267;
    double added = 0.00247 * 0.9976;
    var line =
        Formula.of(sum(product(1.0, 0.9267), product(0.00247, 0.9976)))
            .worked()
            .gives(kept + added);
    assertThat(line)
        .hasToString("1\\cdot 0.9267+0.00247\\cdot 0.9976=0.927+0.002464=\\mathbf{0.93}");
  }

  @Test
  void a_result_that_no_digits_reach_is_said_to_be_near() {
    assertThat(Formula.of(difference(0.3, 0.1)).gives(0.25).latex()).contains("\\approx ");
  }

  @Test
  void a_number_inside_a_side_is_the_one_in_its_place_before() {
    double[] values = {0.2833, -0.4642, 0.6919, 0.07349};
    var squares =
        new Term.Sum(Arrays.stream(values).mapToObj(value -> Term.square(number(value))).toList());
    // √0.78 is what the usual digits would say; the squares of what they print add up to 0.77.
    assertThat(
            Formula.of(Term.root(squares))
                .is(Term.root(number(squares.value())))
                .gives(Math.sqrt(squares.value())))
        .hasToString(
            "\\sqrt{0.2833^{2}+(-0.4642)^{2}+0.6919^{2}+0.07349^{2}}=\\sqrt{0.78}=\\mathbf{0.88}");
  }

  @Test
  void what_comes_near_a_one_or_a_zero_is_not_said_to_be_it() {
    double third = 1.0 / 3;
    assertThat(Formula.of(sum(number(third), number(third), number(third))).gives(1, 3).latex())
        .endsWith("\\approx \\mathbf{1.000}");
    assertThat(Formula.of(difference(number(1), product(third, 3))).gives(0).latex())
        .endsWith("\\approx \\mathbf{0}");
    assertThat(Formula.of(sum(number(0.25), number(0.75))).gives(1))
        .hasToString("0.25+0.75=\\mathbf{1}");
  }

  @Test
  void what_lies_on_the_border_is_rounded_up_as_a_reader_does() {
    assertThat(Formula.of(quotient(1, 8)).gives(0.125)).hasToString("\\frac{1}{8}=\\mathbf{0.13}");
    // 0.25 · 0.50 would be 0.13 to a reader, the product is less.
    assertThat(Formula.of(product(0.2498, 0.5)).gives(0.2498 * 0.5))
        .hasToString("0.2498\\cdot 0.50=\\mathbf{0.12}");
  }

  @Test
  void an_order_holds_as_printed() {
    assertThat(Formula.of(number(0.5012)).then(Relation.LESS, 0.5034).latex())
        .isEqualTo("0.5012<0.503");
  }

  @Test
  void what_is_not_finite_is_written_out() {
    assertThat(Formula.of(quotient(0, 0)).gives(Double.NaN))
        .hasToString("\\frac{0}{0}=\\mathbf{\\text{NaN}}");
    assertThat(Formula.of(Term.apply(Function.EXP, number(1000))).gives(Double.POSITIVE_INFINITY))
        .hasToString("e^{1000}=\\mathbf{\\infty}");
  }

  @Test
  void long_sums_leave_out_their_middle_and_are_not_recomputed() {
    assertThat(Formula.of(sum(new double[] {1, 2, 3, 4, 5}, 3)).gives(15))
        .hasToString("1+2+\\dots+5=\\mathbf{15}");
  }

  @Test
  void brackets_stand_where_signs_and_sums_need_them() {
    assertThat(Formula.of(product(-2, -3)).gives(6)).hasToString("-2\\cdot (-3)=\\mathbf{6}");
    assertThat(Formula.of(product(sum(number(1), number(2)), number(3))).gives(9))
        .hasToString("(1+2)\\cdot 3=\\mathbf{9}");
    assertThat(Formula.of(Term.square(difference(1, 4))).gives(9))
        .hasToString("(1-4)^{2}=\\mathbf{9}");
    assertThat(Formula.of(difference(1, -4)).gives(5)).hasToString("1-(-4)=\\mathbf{5}");
  }
}
