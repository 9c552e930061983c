package dev.stepwise.lesson;

import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// What a lesson may refer to.
///
/// @param presets the ids of the exercise's presets
/// @param hasStep whether a preset's run has a step, given by its path such as `3.1`
/// @param mistakes the ids of the mistakes that the exercise can make
/// @param comparisons the ids of its one-click comparisons
/// @param anchors the names of the lines of its listing
/// @param exercises the ids of all exercises
/// @param sizes what it can count with
/// @param isSet whether a formula can be set
public record References(
    Set<String> presets,
    BiPredicate<String, String> hasStep,
    Set<String> mistakes,
    Set<String> comparisons,
    Set<String> anchors,
    Set<String> exercises,
    Set<String> sizes,
    Predicate<String> isSet) {

  /// Copies the sets.
  public References {
    presets = Set.copyOf(presets);
    mistakes = Set.copyOf(mistakes);
    comparisons = Set.copyOf(comparisons);
    anchors = Set.copyOf(anchors);
    exercises = Set.copyOf(exercises);
    sizes = Set.copyOf(sizes);
  }
}
