package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.playback.Position;
import dev.stepwise.session.Workers;
import dev.stepwise.session.Workspace;
import dev.stepwise.testing.ManualWorker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is asked of a run. No window, no toolkit: its threads are run by hand.
class RunControlsTest {
  private final KMeansExercise exercise = new KMeansExercise();
  private final ManualWorker worker = new ManualWorker();
  private final Workspace<KMeansProblem, KMeansFrame> workspace =
      new Workspace<>(exercise, new Workers(worker, worker, Runnable::run));
  private final RunControls<KMeansProblem, KMeansFrame> controls =
      new RunControls<>(
          workspace, new SettingsModel(Settings.DEFAULTS, _ -> {}), new StudentLock(), _ -> false);
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void open() {
    controls.setOnMessage(said::add);
    var given = Given.nothing().withParameters(Map.of("k", 3L, "init", "random", "seed", 5L));
    workspace.open(
        exercise.problem(given), Workspace.Stand.at(Optional.of(Position.top(1))), () -> {});
  }

  @Test
  void a_first_step_that_is_given_up_leaves_a_word_and_play_computes_it_again() {
    controls.cancel();
    worker.runAll();
    assertThat(workspace.state()).isEmpty();
    assertThat(said).singleElement().asString().contains("Given up", "Play or Restart");

    controls.perform(Command.PLAY_PAUSE);
    worker.runAll();
    assertThat(workspace.state().orElseThrow().position()).isEqualTo(Position.START);
    assertThat(said).last().isEqualTo("");
  }

  @Test
  void restart_computes_it_again_too() {
    controls.cancel();
    controls.perform(Command.RESTART);
    worker.runAll();
    assertThat(workspace.state().orElseThrow().position()).isEqualTo(Position.START);
  }

  @Test
  void giving_up_a_later_step_leaves_the_one_before_and_needs_no_word() {
    worker.runAll();
    controls.perform(Command.OVER);
    controls.cancel();
    worker.runAll();
    assertThat(workspace.state().orElseThrow().position()).isEqualTo(Position.top(1));
    assertThat(said).isEmpty();
  }
}
