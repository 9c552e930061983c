package dev.stepwise.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.attention.AttentionExercise;
import dev.stepwise.compute.bpe.BpeExercise;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.lstm.LstmExercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.lesson.Presets;
import dev.stepwise.testing.PresetSteps;
import java.util.HashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The blanks of real steps: the right number is accepted however it is typed, a planted slip is
/// named, and no kind of number is asked for more than twice.
class ByHandTest {
  private static final int WAYS = 2;
  private static final int PRESETS = 4;

  static Stream<Exercise<?, ?>> exercises() {
    return Stream.of(
        new KMeansExercise(), new LstmExercise(), new AttentionExercise(), new BpeExercise());
  }

  @ParameterizedTest
  @MethodSource("exercises")
  <P, F extends Frame> void blanks_take_the_right_number_and_name_slips(Exercise<P, F> exercise) {
    int blanks = 0;
    int named = 0;
    for (var preset : Presets.of(exercise.id()).subList(0, PRESETS)) {
      for (var step : PresetSteps.of(exercise, preset, WAYS).values()) {
        var kinds = new HashMap<String, Integer>();
        for (var blank : ByHand.of(exercise, step)) {
          blanks++;
          named += check(blank);
          kinds.merge(blank.ref().variable(), 1, Integer::sum);
        }
        assertThat(kinds.values()).as(step.crumb()).allMatch(count -> count <= 4);
      }
    }
    assertThat(blanks).isGreaterThan(30);
    assertThat(named).as("slips that were named").isGreaterThan(30);
  }

  private static int check(Blank blank) {
    var where = blank.ref().text();
    double value = blank.derivation().value();
    assertThat(blank.check(Double.toString(value)))
        .as(where)
        .isEqualTo(new Verdict.Right(blank.shown()));
    assertThat(blank.words()).as(where).isNotBlank();
    int named = 0;
    for (var slip : blank.slips()) {
      var verdict = blank.check(Double.toString(slip.value()));
      if (Double.isFinite(slip.value())) {
        assertThat(verdict).as(where + " " + slip).isNotInstanceOf(Verdict.Wrong.class);
        named += verdict instanceof Verdict.Slipped ? 1 : 0;
      }
    }
    return named;
  }
}
