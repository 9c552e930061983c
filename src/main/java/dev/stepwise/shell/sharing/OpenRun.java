package dev.stepwise.shell.sharing;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.playback.Position;
import dev.stepwise.scenario.LoadedScenario;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Interaction;
import dev.stepwise.view.marks.Look;
import java.util.Locale;

/// What is on the screen, to be taken away.
///
/// @param view of the exercise
/// @param title of the preset or of the data
/// @param problem that is run
/// @param position of the step that is shown
/// @param interaction what was done on the stage
/// @param look of the stage
public record OpenRun<P, F extends Frame>(
    ExerciseView<P, F> view,
    String title,
    P problem,
    Position position,
    Interaction interaction,
    Look look) {

  /// The problem as a scenario file has it.
  Scenario scenario() {
    var exercise = view.exercise();
    return new Scenario(exercise.id(), title, exercise.given(problem));
  }

  /// The problem with its exercise, ready to run.
  LoadedScenario<P, F> loaded() {
    return new LoadedScenario<>(view.exercise(), scenario(), problem);
  }

  /// The beginning of a file's name: `k-means-bad-start`.
  String fileName() {
    var words = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    var name = words.replaceAll("^-|-$", "");
    return name.isEmpty() ? view.exercise().id() : view.exercise().id() + "-" + name;
  }

  /// The same for one step: `k-means-bad-start-step-2.1`.
  String stepName() {
    return fileName() + "-step-" + position;
  }
}
