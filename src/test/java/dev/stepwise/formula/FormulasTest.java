package dev.stepwise.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.draw.Outline;
import dev.stepwise.testing.OneAtATime;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OneAtATime
class FormulasTest {
  private final Formulas formulas = new Formulas();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\mathbf{x}_1^2 + 5",
        "\\lVert a - b \\rVert",
        "\\sqrt{\\frac{1}{2}}",
        "1 + \\cdots + n",
        "\\textcolor{red}{7}",
        "\\text{tie}"
      })
  void a_formula_has_ink_within_its_bounds(String latex) {
    var formula = formulas.of(latex);
    assertThat(formula.parts()).isNotEmpty();
    for (var part : formula.parts()) {
      for (var segment : part.outline().segments()) {
        if (segment instanceof Outline.Segment.Line(var x, var y)) {
          assertThat(x).isBetween(-0.1, formula.width() + 0.1);
          assertThat(y).isBetween(-formula.height() - 0.1, formula.depth() + 0.1);
        }
      }
    }
  }

  @Test
  void a_square_root_is_as_wide_at_any_place() {
    double sum = formulas.of("\\sqrt{2}").width() + formulas.of("x").width();
    assertThat(formulas.of("x\\sqrt{2}").width()).isCloseTo(sum, within(0.01));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\frac{1", "}", "\\nosuchcommand{3}", "x^", "\\left(", "^^", ""})
  void malformed_latex_never_throws(String latex) {
    assertThat(formulas.of(latex).source()).isEqualTo(latex);
  }

  @Test
  void malformed_latex_is_shown_as_it_was_written() {
    assertThat(formulas.of("\\frac{1").width()).isCloseTo(7 * 0.6 * 0.85, within(0.01));
  }

  @Test
  void a_long_formula_is_broken_at_wide_gaps_before_equals_signs() {
    var source = "dz_2=(p-y)/n,\\quad dW_2=a_1^\\top dz_2,\\quad c=\\frac{1=1}{2}+3\\qquad d=4";
    double width = formulas.of("dz_2=(p-y)/n,\\quad dW_2=a").width();

    var lines = FormulaLayout.of(formulas, List.of(source), 20 * width, 20).lines();

    assertThat(lines.stream().map(line -> line.formula().source()))
        .containsExactly(
            "dz_2=(p-y)/n,", " dW_2=a_1^\\top dz_2,", " c=\\frac{1=1}{2}+3\\qquad d=4");
  }

  @Test
  void a_clause_that_is_too_long_is_broken_before_its_equals_signs() {
    double width = formulas.of("x\\quad y=1+2+3").width();

    var lines =
        FormulaLayout.of(formulas, List.of("x\\quad y=1+2+3=4+5+6"), 20 * width, 20).lines();

    assertThat(lines.stream().map(line -> line.formula().source()))
        .containsExactly("x", " y=1+2+3", "=4+5+6");
  }

  @Test
  void a_sum_that_is_too_long_is_broken_before_its_plus_signs() {
    double width = formulas.of("=12+23+34").width() + FormulaLayout.INDENT;

    var lines =
        FormulaLayout.of(formulas, List.of("f(x+1)=12+23+34+{4+5}+56=6"), 20 * width, 20).lines();

    assertThat(lines.stream().map(line -> line.formula().source()))
        .containsExactly("f(x+1)", "=12+23+34", "+{4+5}+56", "=6");
    assertThat(lines).allMatch(line -> line.size() == 20);
  }

  @Test
  void shapes_that_are_too_long_are_broken_before_their_arrow() {
    var shapes = "(8\\times 32)\\cdot(32\\times 32)\\to\\mathbf{(8\\times 32)}";
    double width = formulas.of("(8\\times 32)\\cdot(32\\times 32)").width();

    var lines = FormulaLayout.of(formulas, List.of(shapes), 20 * width, 20).lines();

    assertThat(lines.stream().map(line -> line.formula().source()))
        .containsExactly("(8\\times 32)\\cdot(32\\times 32)", "\\to\\mathbf{(8\\times 32)}");
    assertThat(lines).allMatch(line -> line.size() == 20);
  }

  @Test
  void formulas_may_be_set_from_many_threads() {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var set =
          IntStream.range(0, 40)
              .mapToObj(i -> threads.submit(() -> formulas.of("x_{" + i % 10 + "} = " + i)))
              .toList();
      for (int i = 0; i < set.size(); i++) {
        assertThat(set.get(i))
            .succeedsWithin(java.time.Duration.ofMinutes(1))
            .isEqualTo(formulas.of("x_{" + i % 10 + "} = " + i));
      }
    }
  }

  @Test
  void nothing_is_wider_than_the_view() {
    var latex =
        "d_3 = \\lVert \\mathbf{x}_{97} - \\mu_3 \\rVert"
            + " = \\sqrt{(8.09 - 9.82)^2 + (1.64 - 3.80)^2} = \\mathbf{2.77}";
    for (double width = 40; width < 900; width += 43) {
      var layout = FormulaLayout.of(formulas, List.of(latex, "a = b"), width, 17);
      double bottom = 0;
      for (var line : layout.lines()) {
        assertThat(line.x() + line.formula().width() * line.size())
            .isLessThanOrEqualTo(width + 1e-6);
        assertThat(line.baseline() - line.formula().height() * line.size())
            .isGreaterThanOrEqualTo(bottom - 1e-6);
        bottom = line.baseline() + line.formula().depth() * line.size();
      }
      assertThat(layout.height()).isCloseTo(bottom, within(1e-9));
    }
  }

  @Test
  void a_long_formula_breaks_before_an_equals_sign_but_not_inside_a_group() {
    var layout = FormulaLayout.of(formulas, List.of("\\frac{a = b}{c} = d + e + f + g"), 145, 17);
    assertThat(layout.lines())
        .extracting(line -> line.formula().source())
        .containsExactly("\\frac{a = b}{c} ", "= d + e + f + g");
  }

  @Test
  void a_formula_can_be_read_aloud() {
    assertThat(FormulaWords.of("d_3 = \\lVert \\mathbf{x} - \\mu_3 \\rVert = \\sqrt{2^2} = 2"))
        .isEqualTo(
            "d 3 equals the norm of (x minus mu 3) equals the square root of (2 squared) equals 2");
    assertThat(FormulaWords.of("\\frac{1}{2} \\cdot 4 \\approx 2"))
        .isEqualTo("(1) over (2) times 4 is about 2");
  }
}
