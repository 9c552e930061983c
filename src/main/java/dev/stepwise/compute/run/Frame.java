package dev.stepwise.compute.run;

import java.util.SequencedMap;

/// What a view needs to draw one step without asking its neighbours. Each exercise has its own
/// immutable frames.
public interface Frame {
  /// The variables of the listing that exist at this step, by their names in the listing, in the
  /// order in which they came to be.
  SequencedMap<String, Value> variables();

  /// Computes ahead what drawing the step takes, in the calling thread. A window has it done by the
  /// thread that computes the steps, so that its own has little to wait for. Without it, drawing
  /// shows the same and takes longer.
  default void prepare() {}
}
