package dev.stepwise.shell;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.export.HandoutStop;
import dev.stepwise.formula.Formulas;
import dev.stepwise.lecture.Stop;
import dev.stepwise.scenario.LoadedScenario;
import dev.stepwise.scenario.Scenario;
import java.util.Optional;

/// Runs the stops of lectures to be drawn, whatever exercises they are of.
record StopDrawings(Registry registry, Formulas formulas) {

  /// Runs a stop; computes to its last step.
  ///
  /// @throws dev.stepwise.compute.exercise.InvalidInput where it cannot be run
  HandoutStop of(Stop stop) {
    var scenario = stop.bookmark().scenario();
    return registry
        .ready(scenario.exerciseId())
        .map(entry ->
            scenario.isComparison()
                ? of(stop, scenario, Registry.comparing(entry))
                : of(stop, scenario, entry))
        .orElseThrow(
            () -> new IllegalArgumentException("there is no exercise " + scenario.exerciseId()));
  }

  /// Draws a stop where it begins.
  Sketch.Source sketch(Stop stop) {
    return format -> {
      var drawing = of(stop);
      return Optional.of(
          new Sketch(drawing.says(stop.begins()), drawing.painting(stop.begins(), format)));
    };
  }

  private <P, F extends Frame> HandoutStop of(
      Stop stop, Scenario scenario, Registry.Ready<P, F> entry) {
    var exercise = entry.view().exercise();
    var loaded = new LoadedScenario<>(exercise, scenario, exercise.problem(scenario.given()));
    return HandoutStop.of(stop, loaded, entry.view(), formulas);
  }
}
