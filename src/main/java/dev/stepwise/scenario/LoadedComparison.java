package dev.stepwise.scenario;

import dev.stepwise.compute.compare.Compared;
import dev.stepwise.compute.compare.Side;
import dev.stepwise.compute.compare.Two;
import dev.stepwise.compute.run.Frame;

/// A scenario of two runs together with its exercise and both problems, ready to run.
///
/// @param compared runs both
/// @param scenario what the file states
/// @param problems the same, complete and checked
public record LoadedComparison<P, F extends Frame>(
    Compared<P, F> compared, Scenario scenario, Two<P> problems) {

  /// One of the two by itself.
  public LoadedScenario<P, F> alone(Side side) {
    var given = scenario.given();
    var own =
        switch (side) {
          case FIRST -> given.alone();
          case SECOND -> given.variation().map(other -> other.over(given)).orElse(given.alone());
        };
    return new LoadedScenario<>(
        compared.each(),
        new Scenario(scenario.exerciseId(), scenario.title(), own),
        problems.of(side));
  }
}
