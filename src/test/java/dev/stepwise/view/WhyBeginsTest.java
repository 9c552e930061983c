package dev.stepwise.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.lesson.Presets;
import dev.stepwise.testing.PresetSteps;
import dev.stepwise.view.bpe.BpeView;
import dev.stepwise.view.cosine.CosineView;
import dev.stepwise.view.gradient.GradientView;
import dev.stepwise.view.multihead.MultiHeadView;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Asking for reasons by the keyboard begins with what the step wrote.
class WhyBeginsTest {
  private static final int WAYS = 6;

  static Stream<ExerciseView<?, ?>> views() {
    return Stream.of(new CosineView(), new BpeView(), new MultiHeadView(), new GradientView());
  }

  @ParameterizedTest
  @MethodSource("views")
  <P, F extends Frame> void the_first_that_a_step_wrote_has_an_answer(ExerciseView<P, F> view) {
    var silent = new ArrayList<String>();
    int asked = 0;
    for (var preset : Presets.of(view.exercise().id())) {
      for (var step : PresetSteps.of(view.exercise(), preset, WAYS).entrySet()) {
        var own = step.getValue();
        var first = view.first(own);
        asked += first.isPresent() ? 1 : 0;
        if (first.isPresent() && view.explain(own, first.get()).isEmpty()) {
          silent.add("%s %s: %s".formatted(preset.id(), step.getKey(), first.get()));
        }
      }
    }
    assertThat(silent).isEmpty();
    assertThat(asked).isGreaterThan(20);
  }
}
