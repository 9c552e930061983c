package dev.stepwise.scenario;

import dev.stepwise.compute.compare.Compared;
import dev.stepwise.compute.compare.Two;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;
import java.util.Optional;

/// A scenario together with its exercise and its problem, ready to run.
///
/// @param exercise the exercise that it is for
/// @param scenario what the file states
/// @param problem the same, complete and checked
public record LoadedScenario<P, F extends Frame>(
    Exercise<P, F> exercise, Scenario scenario, P problem) {

  /// The same as the comparison that it is; empty where it is of one run.
  public Optional<LoadedComparison<?, ?>> comparison() {
    return exercise instanceof Compared<?, ?> compared
        ? Optional.of(comparison(compared))
        : Optional.empty();
  }

  @SuppressWarnings("unchecked") // the problem is one of this exercise
  private <Q, G extends Frame> LoadedComparison<Q, G> comparison(Compared<Q, G> compared) {
    return new LoadedComparison<>(compared, scenario, (Two<Q>) problem);
  }

  /// Its run; nothing is computed yet.
  public Run<F> run() {
    return exercise.run(problem);
  }
}
