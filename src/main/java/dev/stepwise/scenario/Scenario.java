package dev.stepwise.scenario;

import dev.stepwise.compute.exercise.Given;

/// What to run, as a scenario file states it.
///
/// @param exerciseId which exercise: `k-means`
/// @param title its name for people; empty where the file has none
/// @param given what the file states, each value checked against the exercise's schema
public record Scenario(String exerciseId, String title, Given given) {

  /// Whether it states two runs to be compared.
  public boolean isComparison() {
    return given.variation().isPresent();
  }
}
