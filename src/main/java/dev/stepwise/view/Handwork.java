package dev.stepwise.view;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Slot;
import dev.stepwise.quiz.Blank;
import java.util.List;
import java.util.Optional;

/// Numbers that are worked out by hand on a stage, which shows the step before the one that writes
/// them.
///
/// @param coming the step that writes them; empty between two of them
/// @param numbers in the order in which they are computed
public record Handwork<F extends Frame>(Optional<Step<F>> coming, List<Wanted> numbers) {

  /// Copies what it is given.
  public Handwork {
    numbers = List.copyOf(numbers);
  }

  /// One of them.
  ///
  /// @param blank the number
  /// @param slot what is seen of it
  public record Wanted(Blank blank, Slot slot) {}
}
