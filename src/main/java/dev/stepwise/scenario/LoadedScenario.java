package dev.stepwise.scenario;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;

/// A scenario together with its exercise and its problem, ready to run.
///
/// @param exercise the exercise that it is for
/// @param scenario what the file states
/// @param problem the same, complete and checked
public record LoadedScenario<P, F extends Frame>(
    Exercise<P, F> exercise, Scenario scenario, P problem) {

  /// Its run; nothing is computed yet.
  public Run<F> run() {
    return exercise.run(problem);
  }
}
