package dev.stepwise.shell.sharing;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.draw.Look;
import dev.stepwise.playback.Position;
import dev.stepwise.scenario.LoadedScenario;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.session.Bookmark;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Interaction;
import java.util.Locale;

/// What is on the screen, to be taken away.
///
/// @param view of the exercise
/// @param bookmark opens it again
/// @param problem that is run
/// @param interaction what was done on the stage
/// @param look of the stage
public record OpenRun<P, F extends Frame>(
    ExerciseView<P, F> view, Bookmark bookmark, P problem, Interaction interaction, Look look) {

  /// The problem as a scenario file has it.
  Scenario scenario() {
    return bookmark.scenario();
  }

  /// The step that is shown.
  Position position() {
    return bookmark.position();
  }

  /// The problem with its exercise, ready to run.
  LoadedScenario<P, F> loaded() {
    return new LoadedScenario<>(view.exercise(), scenario(), problem);
  }

  /// The beginning of a file's name: `k-means-bad-start`.
  String fileName() {
    var words = scenario().title().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    var name = words.replaceAll("^-|-$", "");
    return name.isEmpty() ? view.exercise().id() : view.exercise().id() + "-" + name;
  }

  /// The same for one step: `k-means-bad-start-step-2.1`.
  String stepName() {
    return fileName() + "-step-" + position();
  }
}
