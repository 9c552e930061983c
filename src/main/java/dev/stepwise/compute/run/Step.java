package dev.stepwise.compute.run;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One step of a run: immutable and complete.
///
/// @param phase the phase it belongs to, the same for neighbours of one kind: `initialise`
/// @param crumb its place in the bread crumb: `Iteration 3`
/// @param narration what it says
/// @param line the line of the exercise's listing that it executes, from 1
/// @param reads names of the variables it read
/// @param writes names of the variables it wrote
/// @param conditions what happens in it, the steps inside it included
/// @param frame what a view draws
/// @param opens makes the smaller run that this step consists of; null for a leaf
public record Step<F extends Frame>(
    String phase,
    String crumb,
    Narration narration,
    int line,
    List<String> reads,
    List<String> writes,
    Set<Condition> conditions,
    F frame,
    @Nullable Supplier<Run<F>> opens) {

  /// Copies what it is given.
  public Step {
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
    conditions = Set.copyOf(conditions);
  }

  /// Whether there is a smaller run inside.
  public boolean isComposite() {
    return opens != null;
  }

  /// The smaller run inside.
  ///
  /// @throws IllegalStateException for a leaf
  public Run<F> inside() {
    if (opens == null) {
      throw new IllegalStateException("the step '" + crumb + "' does not open");
    }
    return opens.get();
  }
}
