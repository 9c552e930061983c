package dev.stepwise.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.kmeans.KMeansMistake;
import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.playback.Player;
import dev.stepwise.playback.Position;
import dev.stepwise.quiz.Certainty;
import dev.stepwise.quiz.Review;
import dev.stepwise.quiz.kmeans.KMeansQuestions;
import dev.stepwise.session.Workers;
import dev.stepwise.session.Workspace;
import dev.stepwise.testing.ManualWorker;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// No window, no toolkit: its threads are run by hand.
class PracticeTest {
  private final KMeansExercise exercise = new KMeansExercise();
  private final ManualWorker worker = new ManualWorker();
  private final Workspace<KMeansProblem, KMeansFrame> workspace =
      new Workspace<>(exercise, new Workers(worker, worker, Runnable::run));
  private final Journal journal =
      new Journal(Review.EMPTY, () -> Instant.parse("2026-01-31T12:00:00Z"));
  private final Practice<KMeansProblem, KMeansFrame> practice =
      new Practice<>(workspace, new KMeansQuestions(), journal, new Random(1));

  @BeforeEach
  void open() {
    var given = Given.nothing().withParameters(Map.of("k", 3L, "init", "random", "seed", 5L));
    workspace.open(
        exercise.problem(given), Workspace.Stand.at(Optional.of(Position.START)), () -> {});
    worker.runAll();
  }

  private Player<KMeansFrame> player() {
    return workspace.player().orElseThrow();
  }

  private String at() {
    return workspace.state().orElseThrow().position().toString();
  }

  private void go(String path) {
    player().goTo(Position.parse(path).orElseThrow());
    worker.runAll();
  }

  private void over() {
    player().over();
    worker.runAll();
  }

  private Task.Asked asked() {
    assertThat(practice.task()).isInstanceOf(Task.Asked.class);
    return (Task.Asked) practice.task();
  }

  @Test
  void a_run_that_is_only_watched_asks_nothing() {
    over();
    assertThat(at()).isEqualTo("2");
    assertThat(practice.task()).isEqualTo(new Task.Waiting());
  }

  @Test
  void a_question_keeps_the_run_before_the_step_that_answers_it() {
    practice.setMode(Mode.PREDICT);
    over();
    assertThat(at()).isEqualTo("1");
    assertThat(asked().question().path()).isEqualTo("2");
    assertThat(practice.task().hidesWhatFollows()).isTrue();
  }

  @Test
  void an_answer_shows_the_step_and_is_remembered_with_how_sure_it_was() {
    practice.setMode(Mode.PREDICT);
    over();
    var asked = asked();
    practice.answer(Certainty.CERTAIN);
    assertThat(practice.task()).as("nothing is chosen yet").isEqualTo(asked);
    practice.pick(asked.answer().right());
    practice.answer(Certainty.CERTAIN);
    worker.runAll();
    assertThat(at()).isEqualTo("2");
    assertThat(practice.task())
        .isInstanceOfSatisfying(
            Task.Answered.class, answered -> assertThat(answered.isRight()).isTrue());
    assertThat(practice.score()).isEqualTo(new Practice.Score(1, 1, 1));
    assertThat(journal.review().of("k-means").kinds())
        .hasEntrySatisfying(
            asked.question().kind(),
            tally -> assertThat(tally.of(Certainty.CERTAIN).right()).isEqualTo(1));
  }

  @Test
  void going_on_without_an_answer_remembers_nothing_and_asks_it_no_more() {
    practice.setMode(Mode.PREDICT);
    over();
    var left = asked().question();
    practice.goOn();
    worker.runAll();
    assertThat(at()).isEqualTo("2");
    assertThat(journal.review().exercises()).isEmpty();
    go("1");
    over();
    if (practice.task() instanceof Task.Asked again) {
      assertThat(again.question().id()).isNotEqualTo(left.id());
    }
  }

  @Test
  void the_same_kind_comes_less_and_less_often_but_again_at_once_after_a_wrong_answer() {
    practice.setMode(Mode.PREDICT);
    go("2.1.1");
    over();
    var first = asked();
    assertThat(first.question().kind()).isEqualTo("nearest");
    practice.pick((first.answer().right() + 1) % first.answer().options().size());
    practice.answer(Certainty.GUESS);
    worker.runAll();
    over();
    var second = asked();
    assertThat(second.question().path()).isEqualTo("2.1.3");
    practice.pick(second.answer().right());
    practice.answer(Certainty.FAIRLY);
    worker.runAll();
    over();
    assertThat(at()).as("one point passes").isEqualTo("2.1.4");
  }

  @Test
  void the_next_question_is_sought_at_the_depth_of_the_walk() {
    go("2.1.1");
    practice.setMode(Mode.PREDICT);
    practice.askNext();
    worker.runAll();
    assertThat(asked().question().path()).startsWith("2.1.");
    assertThat(at()).startsWith("2.1.");
  }

  @Test
  void the_numbers_of_the_next_step_are_worked_out_more_and_more_by_the_learner() {
    practice.setMode(Mode.BY_HAND);
    go("2.1.1.1");
    over();
    var example = sheet();
    assertThat(example.yours()).isZero();
    assertThat(at()).isEqualTo("2.1.1.1");
    practice.goOn();
    worker.runAll();
    assertThat(at()).isEqualTo("2.1.1.2");
    over();
    var last = sheet();
    assertThat(last.yours()).isEqualTo(1);
    int line = last.open().orElseThrow();
    practice.check(line, "nonsense(");
    practice.check(line, "123456");
    assertThat(sheet().lines().get(line).state()).isEqualTo(Worksheet.State.OPEN);
    practice.check(line, last.lines().get(line).blank().shown());
    worker.runAll();
    assertThat(sheet().isDone()).isTrue();
    assertThat(at()).isEqualTo("2.1.1.3");
    assertThat(journal.review().of("k-means").kinds().keySet())
        .allMatch(kind -> kind.startsWith("by-hand:"));
  }

  @Test
  void the_third_hint_is_the_number_and_counts_as_not_known() {
    practice.setMode(Mode.BY_HAND);
    practice.setFading(Fading.BLANKS_FIRST);
    go("2.1.1.1");
    over();
    int line = sheet().open().orElseThrow();
    practice.hint(line);
    practice.hint(line);
    assertThat(sheet().lines().get(line).state()).isEqualTo(Worksheet.State.OPEN);
    practice.hint(line);
    assertThat(sheet().lines().get(line).state()).isEqualTo(Worksheet.State.SHOWN);
    assertThat(practice.score()).isEqualTo(new Practice.Score(0, 1, 0));
  }

  private Worksheet sheet() {
    assertThat(practice.task()).isInstanceOf(Task.AtWork.class);
    return ((Task.AtWork) practice.task()).sheet();
  }

  @Test
  void a_hidden_mistake_is_found_at_the_first_false_number_named_and_mended() {
    practice.setMode(Mode.HUNT);
    worker.runAll();
    assertThat(practice.task()).isInstanceOf(Task.Hunting.class);
    var problem = workspace.problem().orElseThrow();
    assertThat(problem.mistake()).isNotEqualTo(KMeansMistake.NONE);
    exercise.problem(exercise.given(problem)); // it is a problem like any other

    practice.accuse();
    worker.runAll();
    assertThat(finding()).as("nothing was pointed at").isEmpty();
    practice.point(Ref.of("X", 0, 0));
    practice.accuse();
    worker.runAll();
    assertThat(finding()).contains(Finding.RIGHT);
  }

  @Test
  void only_a_false_number_made_of_right_ones_is_the_first() {
    workspace.change(problem -> exercise.changed(problem, "mistake", "sum-for-mean"));
    worker.runAll();
    practice.setMode(Mode.HUNT);
    workspace.change(problem -> exercise.changed(problem, "mistake", "sum-for-mean"));
    worker.runAll();
    go("3.1.1");
    practice.point(Ref.of("squared[i]", 0));
    practice.accuse();
    worker.runAll();
    assertThat(finding()).contains(Finding.LATER);
    go("2.2.1");
    practice.point(Ref.of("new_centroids", 0, 0));
    practice.accuse();
    worker.runAll();
    var asked = asked();
    assertThat(asked.answer().text()).isEqualTo("the sum for the mean");
    practice.pick(asked.answer().right());
    practice.answer(Certainty.FAIRLY);
    assertThat(journal.review().of("k-means").kinds()).containsKey("mistake");
    practice.goOn();
    worker.runAll();
    assertThat(workspace.problem().orElseThrow().mistake()).isEqualTo(KMeansMistake.NONE);
    assertThat(practice.mode()).isEqualTo(Mode.WATCH);
    assertThat(at()).isEqualTo("2.2.1");
  }

  private Optional<Finding> finding() {
    assertThat(practice.task()).isInstanceOf(Task.Hunting.class);
    return ((Task.Hunting) practice.task()).finding();
  }

  @Test
  void another_problem_forgets_what_was_asked() {
    practice.setMode(Mode.PREDICT);
    over();
    asked();
    workspace.change(problem -> exercise.changed(problem, "k", 4L));
    worker.runAll();
    assertThat(practice.task()).isEqualTo(new Task.Waiting());
    assertThat(practice.mode()).isEqualTo(Mode.PREDICT);
  }
}
