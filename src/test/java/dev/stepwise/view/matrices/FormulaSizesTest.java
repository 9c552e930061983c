package dev.stepwise.view.matrices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.formula.FormulaLayout;
import dev.stepwise.formula.Formulas;
import dev.stepwise.lesson.Presets;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.attention.AttentionView;
import dev.stepwise.view.multihead.MultiHeadView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether what the steps of both attention exercises say in formulas is set in one size.
@OneAtATime
class FormulaSizesTest {
  private static final Formulas FORMULAS = new Formulas();

  /// The cards of a page of 1920×1080 pixels and of a window of 1280×800, and their sizes.
  @ParameterizedTest
  @CsvSource({"590, 30.6", "320, 17"})
  void no_line_is_set_smaller_than_those_beside_it(double width, double size) {
    check(new AttentionView().exercise(), width, size);
    check(new MultiHeadView().exercise(), width, size);
  }

  private static <P, F extends Frame> void check(
      Exercise<P, F> exercise, double width, double size) {
    for (var preset : Presets.of(exercise.id())) {
      var run = exercise.run(exercise.problem(preset.scenario(exercise).given()));
      for (int index = 0; index < run.length(); index++) {
        var formulas = run.step(index).narration().formulas();
        assertThat(FormulaLayout.of(FORMULAS, formulas, width, size).lines())
            .as("%s of %s", formulas, preset.id())
            .allSatisfy(line -> assertThat(line.size()).isEqualTo(size));
      }
    }
  }
}
