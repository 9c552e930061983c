package dev.stepwise.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.attention.AttentionExercise;
import dev.stepwise.compute.bpe.BpeExercise;
import dev.stepwise.compute.compare.Both;
import dev.stepwise.compute.compare.Compared;
import dev.stepwise.compute.compare.FirstDifference;
import dev.stepwise.compute.compare.Side;
import dev.stepwise.compute.cosine.CosineExercise;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.lstm.LstmExercise;
import dev.stepwise.compute.multihead.MultiHeadExercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every exercise can be compared with itself, setting by setting, and knows nothing of it.
class ComparedRunsTest {
  private static final int STEPS = 20;

  static Stream<Exercise<?, ?>> exercises() {
    return Stream.of(
        new AttentionExercise(),
        new MultiHeadExercise(),
        new LstmExercise(),
        new KMeansExercise(),
        new GradientExercise(),
        new BpeExercise(),
        new CosineExercise());
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void no_step_of_either_run_is_left_out_or_comes_twice(Exercise<?, ?> exercise) {
    walkAll(exercise);
  }

  private static <P, F extends Frame> void walkAll(Exercise<P, F> exercise) {
    var compared = new Compared<>(exercise);
    var preset = Presets.of(exercise.id()).getFirst();
    var problem = exercise.problem(preset.scenario(exercise).given());
    for (var field : exercise.schema().parameters()) {
      for (var value : others(field)) {
        try {
          walk(compared, compared.run(compared.beside(problem, field.name(), value)));
        } catch (InvalidInput _) {
          // a value that does not fit the preset
        }
      }
    }
  }

  private static List<Object> others(Schema.Field field) {
    return switch (field.kind()) {
      case Schema.Kind.Choice(var options, _) ->
          field.name().equals(Mistakes.PARAMETER)
              ? List.copyOf(options.subList(0, 2))
              : List.copyOf(options);
      case Schema.Kind.Flag _ -> List.of(true, false);
      default -> List.of();
    };
  }

  private static <P, F extends Frame> void walk(Compared<P, F> compared, Run<? extends Frame> run) {
    for (var side : Side.values()) {
      var seen = new ArrayList<Integer>();
      for (int i = 0; i < STEPS && run.has(i); i++) {
        var both = (Both<?>) run.step(i).frame();
        if (!both.waits(side)) {
          seen.add(both.paths().of(side).getFirst());
        }
      }
      assertThat(seen)
          .as(compared.id() + " " + side)
          .isEqualTo(Stream.iterate(0, i -> i + 1).limit(seen.size()).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void what_two_runs_are_given_gives_the_same_two_again(Exercise<?, ?> exercise) {
    giveAgain(exercise);
  }

  private static <P, F extends Frame> void giveAgain(Exercise<P, F> exercise) {
    var compared = new Compared<>(exercise);
    for (var preset : Presets.of(exercise.id()).subList(0, 1)) {
      var problem = exercise.problem(preset.scenario(exercise).given());
      var mistake = Mistakes.of(exercise.schema()).firstEntry().getKey();
      var both = compared.beside(problem, Mistakes.PARAMETER, mistake);
      var again = compared.problem(compared.given(both));
      assertThat(FirstDifference.in(compared.run(both)).map(FirstDifference::ref))
          .as(preset.id())
          .isEqualTo(FirstDifference.in(compared.run(again)).map(FirstDifference::ref));
    }
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void a_run_beside_itself_differs_nowhere(Exercise<?, ?> exercise) {
    compareWithItself(exercise);
  }

  private static <P, F extends Frame> void compareWithItself(Exercise<P, F> exercise) {
    var compared = new Compared<>(exercise);
    var preset = Presets.of(exercise.id()).getFirst();
    var both = compared.problem(preset.scenario(exercise).given());
    assertThat(FirstDifference.in(compared.run(both))).isEmpty();
  }
}
