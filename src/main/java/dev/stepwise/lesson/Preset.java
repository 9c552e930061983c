package dev.stepwise.lesson;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.ScenarioReader;
import java.util.List;

/// A ready-made example that makes one point.
///
/// @param exerciseId the exercise that it is for
/// @param id its name in files and commands: `bad-start`
/// @param title its name for people
/// @param point the point that it makes, in one sentence
/// @param opens where the point shows: the path of a step as in a trace, such as `3.1`, or `last`
public record Preset(String exerciseId, String id, String title, String point, String opens) {

  /// Reads its scenario.
  ///
  /// @param exercise the exercise that it is for
  /// @throws IllegalStateException where the shipped file is broken: a defect of the app
  public Scenario scenario(Exercise<?, ?> exercise) {
    var path = "/assets/" + exerciseId + "/presets/" + id + ".json";
    try {
      return new ScenarioReader(List.of(exercise)).read(path, Resources.read(path));
    } catch (ScenarioException e) {
      throw new IllegalStateException("the preset " + id + " is broken", e);
    }
  }
}
