package dev.stepwise.compute.run;

import java.util.List;
import java.util.SequencedMap;

/// What a view needs to draw one step without asking its neighbours. Each exercise has its own
/// immutable frames.
public interface Frame {
  /// The variables of the listing that exist at this step, by their names in the listing, in the
  /// order in which they came to be.
  SequencedMap<String, Value> variables();

  /// What the step says, with its actual numbers in it.
  default Narration narration() {
    return new Narration("", "");
  }

  /// The addresses of the numbers that the step wrote, in reading order: where asking for reasons
  /// begins, and what can be computed by hand. Empty where it wrote none, such as at a start.
  default List<Ref> written() {
    return List.of();
  }

  /// Computes ahead what drawing the step takes, in the calling thread. A window has it done by the
  /// thread that computes the steps, so that its own has little to wait for. Without it, drawing
  /// shows the same and takes longer.
  default void prepare() {}
}
