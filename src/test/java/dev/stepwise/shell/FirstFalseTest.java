package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.run.Differences;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.playback.Navigator;
import dev.stepwise.testing.OneAtATime;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Where the buttons of the lessons lead that show a mistake.
@OneAtATime
class FirstFalseTest {
  static Stream<Registry.Ready<?, ?>> exercises() {
    return TestWindow.everyExercise().entries().stream().map(entry -> (Registry.Ready<?, ?>) entry);
  }

  @ParameterizedTest
  @MethodSource("exercises")
  <P, F extends Frame> void every_mistake_is_shown_at_a_number_that_the_right_run_has_otherwise(
      Registry.Ready<P, F> entry) {
    var exercise = entry.view().exercise();
    for (var mistake : Mistakes.of(exercise.schema()).keySet()) {
      var found = FirstFalse.of(exercise, entry.presets(), mistake);
      assertThat(found).as(mistake).isPresent();
      var shown = found.get();
      assertThat(Mistakes.in(exercise.given(shown.problem()))).isEqualTo(mistake);
      var wrong = new Navigator<>(exercise.run(shown.problem())).step(shown.at());
      var mended = exercise.changed(shown.problem(), Mistakes.PARAMETER, Mistakes.NONE);
      var right = new Navigator<>(exercise.run(mended));
      boolean agrees =
          right.has(shown.at())
              && Differences.agree(
                  shown.ref().in(wrong.frame().variables()),
                  shown.ref().in(right.step(shown.at()).frame().variables()));
      assertThat(agrees).as("%s: %s at %s", mistake, shown.ref(), shown.at()).isFalse();
    }
  }
}
