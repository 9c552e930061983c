package dev.stepwise.compute.run;

import java.util.List;

/// A kind of step, declared once by its exercise.
///
/// ```java
/// static final StepKind ASSIGN =
///     StepKind.of("assign").reads("X", "centroids").writes("labels", "inertia");
/// ```
///
/// @param phase the phase that its steps belong to, the same for neighbours of one kind
/// @param anchor the name of the listing's line that it executes: what the line's trailing comment
///   `# @name` says
/// @param reads names of the variables that it reads, as the listing has them
/// @param writes names of the variables that it writes
public record StepKind(String phase, String anchor, List<String> reads, List<String> writes) {

  /// Copies what it is given.
  public StepKind {
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
  }

  /// A kind whose line has the name of its phase.
  public static StepKind of(String phase) {
    return new StepKind(phase, phase, List.of(), List.of());
  }

  /// The same at another line.
  public StepKind at(String other) {
    return new StepKind(phase, other, reads, writes);
  }

  /// The same, reading these variables.
  public StepKind reads(String... variables) {
    return new StepKind(phase, anchor, List.of(variables), writes);
  }

  /// The same, writing these variables.
  public StepKind writes(String... variables) {
    return new StepKind(phase, anchor, reads, List.of(variables));
  }
}
