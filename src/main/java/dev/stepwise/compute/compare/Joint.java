package dev.stepwise.compute.compare;

import java.util.OptionalInt;

/// Where the steps of each of two runs are in the run of both.
@FunctionalInterface
public interface Joint {

  /// The index of the pair in which a run first stands at one of its steps; empty where that is not
  /// known yet, or no such step is.
  ///
  /// @param own the step's index at the top level of its run
  OptionalInt pair(Side side, int own);
}
