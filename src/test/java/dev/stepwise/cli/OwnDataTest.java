package dev.stepwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Schema.Kind;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.lesson.Preset;
import dev.stepwise.lesson.Presets;
import dev.stepwise.owndata.Answer;
import dev.stepwise.owndata.ImportedData;
import dev.stepwise.owndata.MatricesAsText;
import dev.stepwise.owndata.TextReading;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.ExerciseView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Own data opened from every preset of every exercise.
@OneAtATime
class OwnDataTest {
  private static final double[][] ROWS = {{1, 2, 0.5}, {2, 1, 0.25}, {4, 3, 1}, {3, 5, 2}};

  static Stream<Arguments> presets() {
    return new Exercises()
        .views().stream()
            .flatMap(view ->
                Presets.of(view.exercise().id()).stream()
                    .map(preset -> Arguments.of(view, preset)));
  }

  /// The presets whose matrices are small enough to be shown as text.
  static Stream<Arguments> editable() {
    return presets()
        .filter(arguments ->
            isEditable((ExerciseView<?, ?>) arguments.get()[0], (Preset) arguments.get()[1]));
  }

  private static <P, F extends Frame> boolean isEditable(ExerciseView<P, F> view, Preset preset) {
    return view.data()
        .matrices()
        .map(pasted -> pasted.matrices().apply(problem(view, preset)))
        .filter(matrices ->
            matrices.values().stream().mapToLong(rows -> (long) rows.length * rows[0].length).sum()
                <= 20_000)
        .isPresent();
  }

  /// The problems of own data, whatever they may be made of.
  private static <P, F extends Frame> List<P> own(ExerciseView<P, F> view, P before) {
    var source = view.data();
    var problems = new ArrayList<P>();
    source
        .text()
        .ifPresent(text -> problems.add(text.problem().apply(before, "a new text of words")));
    for (var table : source.tables()) {
      var answers = table.answer() == Answer.NONE ? List.<String>of() : List.of("1", "0", "1", "0");
      problems.add(
          table
              .problem()
              .apply(
                  before, new ImportedData("own", ROWS, List.of("a", "b", "c"), answers, "class")));
    }
    return problems;
  }

  private static <P, F extends Frame> P problem(ExerciseView<P, F> view, Preset preset) {
    return view.exercise().problem(preset.scenario(view.exercise()).given());
  }

  @ParameterizedTest
  @MethodSource("presets")
  <P, F extends Frame> void starts_the_right_way_whatever_mistake_was_shown_before(
      ExerciseView<P, F> view, Preset preset) {
    var exercise = view.exercise();
    var own = own(view, problem(view, preset));
    assertThat(own).isNotEmpty();
    for (var problem : own) {
      var given = exercise.given(problem);
      exercise.schema().parameters().stream()
          .filter(field -> !field.variants().isEmpty())
          .filter(field -> given.parameters().containsKey(field.name()))
          .forEach(field ->
              assertThat(given.parameters().get(field.name()))
                  .as(field.name())
                  .isEqualTo(standard(field)));
      // It can be written as a scenario, and runs.
      var again = exercise.problem(given);
      assertThat(exercise.run(again).step(0)).isNotNull();
    }
  }

  private static Object standard(Schema.Field field) {
    return switch (field.kind()) {
      case Kind.Choice(_, var standard) -> standard;
      case Kind.Flag(var standard) -> standard;
      case Kind.Real(_, _, Double standard) -> standard;
      default -> throw new AssertionError(field.name() + " has no default");
    };
  }

  @ParameterizedTest
  @MethodSource("editable")
  <P, F extends Frame> void matrices_opened_unchanged_change_nothing(
      ExerciseView<P, F> view, Preset preset) {
    var pasted = view.data().matrices().orElseThrow();
    var before = problem(view, preset);
    var text = MatricesAsText.of(pasted.matrices().apply(before));
    assertThat(pasted.read(before, text))
        .isInstanceOfSatisfying(
            TextReading.Usable.class, usable -> assertThat(usable.problem()).isSameAs(before));
  }

  @ParameterizedTest
  @MethodSource("editable")
  <P, F extends Frame> void one_number_can_be_changed_and_all_others_stay(
      ExerciseView<P, F> view, Preset preset) {
    var pasted = view.data().matrices().orElseThrow();
    var before = problem(view, preset);
    var now = pasted.matrices().apply(before);
    for (var name : now.keySet()) {
      var changed = MatricesAsText.withFirst(now, name, 0.375);
      var read = (TextReading.Usable<P>) pasted.read(before, MatricesAsText.of(changed));
      var after = pasted.matrices().apply(read.problem());
      assertThat(after.keySet()).isEqualTo(changed.keySet());
      changed.forEach((other, rows) ->
          assertThat(Arrays.deepEquals(after.get(other), rows)).as(name + ", " + other).isTrue());
      settingsStay(view.exercise(), before, read.problem());
    }
  }

  private static <P> void settingsStay(Exercise<P, ?> exercise, P before, P after) {
    assertThat(settings(exercise.given(after))).isEqualTo(settings(exercise.given(before)));
  }

  private static Map<String, Object> settings(Given given) {
    return given.parameters();
  }
}
