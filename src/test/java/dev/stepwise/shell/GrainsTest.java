package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.testing.OneAtATime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@OneAtATime
class GrainsTest {
  /// Their runs are as those of the others, and take long.
  private static final Set<String> LARGE =
      Set.of("random-100000", "constitution", "course-size", "long-sequence", "digits");

  static Stream<Registry.Ready<?, ?>> exercises() {
    return TestWindow.everyExercise().entries().stream().map(entry -> (Registry.Ready<?, ?>) entry);
  }

  @ParameterizedTest
  @MethodSource("exercises")
  <P, F extends Frame> void every_level_of_a_run_has_a_name_and_no_name_is_too_many(
      Registry.Ready<P, F> exercise) {
    for (var preset : exercise.presets()) {
      if (!LARGE.contains(preset.id())) {
        var problem = exercise.view().exercise().problem(preset.given().get());
        var run = exercise.view().exercise().run(problem);
        List<String> names = exercise.view().exercise().grains(problem);
        assertThat(depth(run)).as(preset.id()).isEqualTo(names.size());
      }
    }
  }

  /// The first steps of each run stand for the rest.
  private static int depth(Run<?> run) {
    int deepest = 0;
    for (int i = 0; i < 5 && run.has(i); i++) {
      Step<?> step = run.step(i);
      deepest = Math.max(deepest, step.isComposite() ? depth(step.inside()) : 0);
    }
    return deepest + 1;
  }
}
