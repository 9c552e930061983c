package dev.stepwise.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.playback.Position;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.testing.ManualWorker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// No window, no toolkit: its threads are run by hand.
class WorkspaceTest {
  private final KMeansExercise exercise = new KMeansExercise();
  private final ManualWorker worker = new ManualWorker();
  private final Workspace<KMeansProblem, KMeansFrame> workspace =
      new Workspace<>(exercise, new Workers(worker, worker, Runnable::run));
  private final Shelf<KMeansProblem, KMeansFrame> shelf = new Shelf<>(workspace);
  private final List<String> steps = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();

  @BeforeEach
  void listen() {
    workspace.onStep(state -> steps.add(state.position().toString()));
    workspace.onRefusal(reason -> refusals.add(reason.place()));
  }

  private static Offer offer(String id, long k) {
    var given = Given.nothing().withParameters(Map.of("k", k, "init", "random", "seed", 5L));
    return new Offer(id, id, "", () -> given, Optional.of(Position.top(1)));
  }

  private void open(Offer offer) {
    shelf.open(offer, Optional.empty());
    worker.runAll();
  }

  private void change(String parameter, Object value) {
    workspace.change(problem -> exercise.changed(problem, parameter, value));
    worker.runAll();
  }

  private long k() {
    var given = exercise.given(workspace.problem().orElseThrow());
    return given.parameter("k", Long.class).orElseThrow();
  }

  @Test
  void an_offer_opens_where_its_point_shows_and_then_everything_is_known() {
    open(offer("three", 3));
    assertThat(steps).containsExactly("2");
    assertThat(workspace.isSettled()).isTrue();
    assertThat(workspace.state().orElseThrow().topLength()).isPresent();
  }

  @Test
  void a_file_without_a_title_is_named_by_its_exercise() {
    var given = Given.nothing().withParameters(Map.of("k", 3L, "seed", 5L));
    shelf.open(Bookmark.at(new Scenario(exercise.id(), "", given), Position.START), () -> {});
    worker.runAll();
    assertThat(shelf.offer().orElseThrow().title()).isEqualTo("K-means");
  }

  @Test
  void edits_are_taken_back_and_made_again_at_the_step_where_the_run_stands() {
    open(offer("three", 3));
    change("k", 4L);
    change("k", 5L);
    workspace.undo();
    worker.runAll();
    assertThat(k()).isEqualTo(4);
    workspace.redo();
    worker.runAll();
    assertThat(k()).isEqualTo(5);
    assertThat(workspace.canRedo()).isFalse();
    assertThat(workspace.state().orElseThrow().position()).isEqualTo(Position.top(1));
    workspace.reset();
    worker.runAll();
    assertThat(k()).isEqualTo(3);
    assertThat(workspace.canUndo()).isFalse();
    assertThat(workspace.state().orElseThrow().position()).isEqualTo(Position.START);
  }

  @Test
  void an_edit_after_undoing_forgets_what_was_undone() {
    open(offer("three", 3));
    change("k", 4L);
    workspace.undo();
    worker.runAll();
    change("k", 6L);
    assertThat(workspace.canRedo()).isFalse();
    workspace.undo();
    worker.runAll();
    assertThat(k()).isEqualTo(3);
  }

  @Test
  void what_cannot_be_run_is_refused_and_what_was_open_stays() {
    open(offer("three", 3));
    change("k", 100_000L);
    assertThat(refusals).containsExactly("/parameters/k");
    assertThat(k()).isEqualTo(3);
    assertThat(workspace.canUndo()).isFalse();
    assertThat(workspace.isSettled()).isTrue();
  }

  @Test
  void two_edits_that_come_while_the_first_is_computed_are_both_made() {
    open(offer("three", 3));
    workspace.change(problem -> exercise.changed(problem, "k", 4L));
    workspace.change(problem -> exercise.changed(problem, "seed", 9L));
    worker.runAll();
    var given = exercise.given(workspace.problem().orElseThrow());
    assertThat(given.parameters()).containsEntry("k", 4L).containsEntry("seed", 9L);
  }

  @Test
  void a_bookmark_brings_the_edited_problem_back_elsewhere_at_its_step_with_its_breakpoints() {
    open(offer("three", 3));
    change("k", 4L);
    var player = workspace.player().orElseThrow();
    player.into();
    worker.runAll();
    player.toggleBreakpoint(Position.top(2));
    player.toggleLineBreak(Set.of("mean"));
    var bookmark = shelf.bookmark().orElseThrow();
    assertThat(bookmark.scenario().title()).isEqualTo("three");

    var other = new Workspace<>(exercise, new Workers(worker, worker, Runnable::run));
    new Shelf<>(other).open(bookmark, () -> {});
    worker.runAll();

    assertThat(other.problem().map(exercise::given).orElseThrow().parameters())
        .isEqualTo(bookmark.scenario().given().parameters())
        .containsEntry("k", 4L);
    assertThat(other.state().orElseThrow().position())
        .isEqualTo(bookmark.position())
        .hasToString("2.1");
    assertThat(other.player().orElseThrow().breakpoints()).isEqualTo(Set.of(Position.top(2)));
    assertThat(other.player().orElseThrow().lineBreaks()).isEqualTo(Set.of("mean"));
    assertThat(other.state().orElseThrow().step().narration().caption())
        .isEqualTo(workspace.state().orElseThrow().step().narration().caption());
  }

  @Test
  void data_of_ones_own_is_found_again_as_it_was_left_until_it_is_closed() {
    open(offer("three", 3));
    shelf.use(workspace.problem().orElseThrow(), "mine", Optional.of(Position.START));
    var mine = shelf.offer().orElseThrow();
    change("k", 7L);
    open(offer("three", 3));
    assertThat(k()).isEqualTo(3);
    open(mine);
    assertThat(k()).isEqualTo(7);
    assertThat(shelf.close()).contains(mine);
    open(mine);
    assertThat(k()).isEqualTo(3);
  }

  @Test
  void whoever_stopped_listening_is_told_nothing_more() {
    var heard = new ArrayList<String>();
    var stop = workspace.onStep(state -> heard.add(state.position().toString()));
    open(offer("three", 3));
    stop.run();
    workspace.player().orElseThrow().over();
    worker.runAll();
    assertThat(heard).containsExactly("2");
    assertThat(steps).containsExactly("2", "3");
  }
}
