package dev.stepwise.lesson;

import java.util.Optional;

/// Where a link of a lesson leads.
public sealed interface Target {

  /// A step of a preset.
  ///
  /// @param preset its id
  /// @param step its path as in a trace, such as `3.1`, or `last`; empty for where the preset's
  ///   point shows
  record Run(String preset, Optional<String> step) implements Target {
    /// The word for the last step.
    public static final String LAST = "last";
  }

  /// A run that makes a mistake, at its first false number.
  record Mistake(String id) implements Target {}

  /// Two runs beside each other.
  record Comparison(String id) implements Target {}

  /// The lab.
  record Lab() implements Target {}

  /// A line of the listing.
  record CodeLine(String anchor) implements Target {}

  /// The lesson of another exercise.
  record Exercise(String id) implements Target {}
}
