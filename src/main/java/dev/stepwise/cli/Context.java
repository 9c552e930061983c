package dev.stepwise.cli;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.lecture.LectureReader;
import dev.stepwise.scenario.ScenarioReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/// What commands work with.
///
/// @param exercises all there are, in the order in which they are listed
/// @param standardOutput for results, unbuffered
/// @param messages for the user: standard error
/// @param launcher opens the window
/// @param renderer draws pictures
public record Context(
    List<Exercise<?, ?>> exercises,
    OutputStream standardOutput,
    PrintStream messages,
    WindowLauncher launcher,
    Renderer renderer) {

  /// Copies what it is given.
  public Context {
    exercises = List.copyOf(exercises);
  }

  Output output() {
    return new Output(standardOutput);
  }

  ScenarioReader reader() {
    return new ScenarioReader(exercises);
  }

  LectureReader lectures() {
    return new LectureReader(reader());
  }

  Optional<Exercise<?, ?>> exercise(String id) {
    return exercises.stream().filter(exercise -> exercise.id().equals(id)).findFirst();
  }
}
