package dev.stepwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.export.TraceWriter;
import dev.stepwise.lesson.Misconceptions;
import dev.stepwise.lesson.Preset;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Navigator;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Answer;
import dev.stepwise.quiz.Question.Option;
import dev.stepwise.quiz.QuestionBank;
import dev.stepwise.testing.Fx;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.QuestionMarks;
import dev.stepwise.view.Shown;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.canvas.Canvas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds of the questions of every exercise that has some, on all its presets.
class QuestionsTest {
  private static final int QUESTIONS = 12;
  private static final int MOST_OPTIONS = 6;
  private static final int LONGEST_TITLE = 32;
  private static final int LONGEST_MISCONCEPTION = 40;
  private static final int LEAST_KINDS = 5;

  /// They take long to compute, and ask nothing that the others don't.
  private static final Set<String> LONG =
      Set.of("random-100000", "digits", "spiral", "rate-too-high");

  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);
  private static final Box STAGE = new Box(0, 0, 880, 670);

  static List<ExerciseView<?, ?>> asking() {
    return new Exercises()
        .views().stream().filter(view -> !view.questions().kinds().isEmpty()).toList();
  }

  @ParameterizedTest
  @MethodSource("asking")
  void kinds_and_misconceptions_have_titles_that_fit(ExerciseView<?, ?> view) {
    assertThat(view.questions().kinds().values())
        .allSatisfy(
            title -> assertThat(title).endsWith("?").hasSizeLessThanOrEqualTo(LONGEST_TITLE))
        .doesNotHaveDuplicates();
    assertThat(Misconceptions.of(view.exercise().id()).byId().values())
        .allSatisfy(one -> {
          assertThat(one.title()).hasSizeLessThanOrEqualTo(LONGEST_MISCONCEPTION);
          assertThat(one.words()).endsWith(".");
        });
  }

  @ParameterizedTest
  @MethodSource("asking")
  void every_question_can_be_answered_on_the_step_before(ExerciseView<?, ?> view) {
    check(view);
  }

  private static <P, F extends Frame> void check(ExerciseView<P, F> view) {
    var known = Misconceptions.of(view.exercise().id());
    var kinds = new HashSet<String>();
    for (var preset : Presets.of(view.exercise().id())) {
      if (LONG.contains(preset.id())) {
        continue;
      }
      var navigator = new Navigator<>(run(view, preset));
      var painted = new HashMap<String, Hits>();
      for (var question :
          QuestionBank.of(navigator.run(), view.questions(), QUESTIONS, preset.id().hashCode())) {
        var where = preset.id() + " " + question.id() + ": " + question.prompt();
        kinds.add(question.kind());
        assertThat(view.questions().kinds()).as(where).containsKey(question.kind());
        var position = navigator.find(question.path()).orElseThrow();
        checkOptions(where, options(question), right(question), known);
        checkRefs(where, question, navigator.step(position));
        navigator
            .previous(position, position.depth())
            .ifPresent(at -> {
              var before = navigator.step(at);
              var hits = painted.computeIfAbsent(at.toString(), _ -> painted(view, before));
              assertThat(places(question))
                  .as(where + " at " + at)
                  .allSatisfy(ref -> assertThat(hits.of(view.drawn(before, ref))).isPresent());
              assertThat(new QuestionMarks<>(view, before).offered(question))
                  .as(where)
                  .hasSameSizeAs(places(question))
                  .allSatisfy(mark -> assertThat(hits.of(mark.element())).isPresent());
            });
      }
    }
    assertThat(kinds).hasSizeGreaterThanOrEqualTo(LEAST_KINDS);
  }

  private static <P, F extends Frame> dev.stepwise.compute.run.Run<F> run(
      ExerciseView<P, F> view, Preset preset) {
    var exercise = view.exercise();
    return exercise.run(exercise.problem(preset.scenario(exercise).given()));
  }

  private static List<Option> options(Question question) {
    return ((Answer.Choice) question.answer()).options();
  }

  private static Option right(Question question) {
    return options(question).get(((Answer.Choice) question.answer()).right());
  }

  private static void checkOptions(
      String where, List<Option> options, Option right, Misconceptions known) {
    assertThat(options).as(where).hasSizeBetween(2, MOST_OPTIONS);
    assertThat(right.misconception()).as(where).isEmpty();
    options.stream()
        .flatMap(option -> option.misconception().stream())
        .forEach(id -> assertThat(known.byId()).as(where).containsKey(id));
  }

  /// Each names a number that the trace of the step tells.
  private static void checkRefs(String where, Question question, Step<?> step) {
    var values = TraceWriter.values(step);
    assertThat(question.refs())
        .as(where)
        .isNotEmpty()
        .allSatisfy(ref -> assertThat(ref.in(values)).isPresent());
  }

  private static List<Ref> places(Question question) {
    return Stream.concat(
            question.about().stream(),
            options(question).stream().map(Option::drawn).flatMap(Optional::stream))
        .toList();
  }

  private static <F extends Frame> Hits painted(ExerciseView<?, F> view, Step<F> step) {
    return Fx.call(() -> {
      var shown = Shown.atRest(step, LOOK);
      var canvas = new Canvas(STAGE.width(), STAGE.height());
      view.painter().paint(new CanvasSurface(canvas.getGraphicsContext2D()), STAGE, shown);
      return shown.hits();
    });
  }
}
