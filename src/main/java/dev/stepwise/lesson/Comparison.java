package dev.stepwise.lesson;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Variation;
import dev.stepwise.scenario.Scenario;

/// A ready-made comparison of two runs that makes one point.
///
/// @param id its name in files: `scaled-or-not`
/// @param title its name for people
/// @param preset the preset that both runs start from
/// @param first what the first run has over the preset
/// @param second what the second run has over the first
/// @param opens where the point shows: the path of a step of both runs, such as `3.1`, or `last`
/// @param point the point that it makes, in one sentence
public record Comparison(
    String id,
    String title,
    Preset preset,
    Variation first,
    Variation second,
    String opens,
    String point) {

  /// The scenario of both runs.
  ///
  /// @param exercise the exercise that it is for
  /// @throws IllegalStateException where the shipped preset is broken: a defect of the app
  public Scenario scenario(Exercise<?, ?> exercise) {
    var given = first.over(preset.scenario(exercise).given());
    return new Scenario(exercise.id(), title, given.beside(second));
  }
}
