package dev.stepwise.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.InSymbols;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Ref;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is printed of blanks, on numbers chosen for it.
class HandSheetsTest {
  private static Blank blank(String name, Operation operation) {
    return new Blank(Derivation.of(Ref.of(name), operation.result(), operation), List.of());
  }

  @Test
  void given_numbers_take_as_many_digits_as_the_result_needs() {
    var a = Operand.at(Ref.of("a"), 1.23456);
    var b = Operand.at(Ref.of("b"), 1.23012);
    // From 1.23 and 1.23 comes 0, from 1.235 and 1.230 0.005; printed is 0.00444.
    var difference = blank("c", new Operation.Difference(a, b));
    assertThat(difference.shown()).isEqualTo("0.00444");
    assertThat(OnPaper.of(List.of(difference), Map.of()).moreDigits()).isEqualTo(3);
    var whole = blank("d", new Operation.Product(List.of(Operand.count(2), Operand.count(3))));
    assertThat(OnPaper.of(List.of(whole), Map.of()).moreDigits()).isZero();
  }

  @Test
  void a_result_is_asked_for_before_what_is_made_from_it() {
    var half = blank("half", new Operation.Quotient(Operand.at(Ref.of("x"), 5), Operand.count(2)));
    var twice =
        blank(
            "sum",
            new Operation.Sum(
                List.of(
                    Operand.at(half.ref(), half.derivation().value()),
                    Operand.at(Ref.of("x"), 5))));
    var printed = OnPaper.of(List.of(twice, half), Map.of());
    assertThat(printed.blanks()).containsExactly(half, twice);
    assertThat(printed.asked()).containsOnlyKeys(half.ref());
  }

  @Test
  void what_cannot_be_got_from_results_as_they_are_written_is_left_out() {
    var third =
        blank("third", new Operation.Quotient(Operand.at(Ref.of("x"), 1), Operand.count(3)));
    var big =
        blank(
            "big",
            new Operation.Product(
                List.of(Operand.at(third.ref(), third.derivation().value()), Operand.count(1000))));
    // 0.33 · 1000 is not 333.3.
    assertThat(OnPaper.of(List.of(third, big), Map.of()).blanks()).containsExactly(third);
  }

  @Test
  void formulas_name_numbers_as_the_listing_does() {
    var dot =
        new Operation.Dot(
            Operand.row("Q", new double[][] {{1, 2}}, 0),
            Operand.row("K", new double[][] {{0, 0}, {3, 4}}, 1));
    var scores = Derivation.of(Ref.of("scores", 0, 1), dot.result(), dot);
    assertThat(InSymbols.lines(scores, 0))
        .containsExactly("\\text{scores}_{0,1}=Q_{0,0}\\cdot K_{1,0}+Q_{0,1}\\cdot K_{1,1}");
    var many = new Operation.Sum(Operand.vector("x", new double[] {1, 2, 3, 4, 5, 6}));
    assertThat(InSymbols.lines(Derivation.of(Ref.of("s"), 21, many), 0))
        .containsExactly("s=x_{0}+x_{1}+x_{2}+\\dots+x_{5}");
    var least =
        new Operation.Chosen(Operation.Extreme.LEAST, Operand.vector("d", new double[] {2, 1}));
    assertThat(InSymbols.lines(Derivation.of(Ref.of("label"), 1, least), 0))
        .containsExactly("\\text{label}=\\text{argmin}(d_{0},\\,d_{1})");
  }
}
