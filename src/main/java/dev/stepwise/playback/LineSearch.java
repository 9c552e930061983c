package dev.stepwise.playback;

import dev.stepwise.compute.run.Cancellation;
import dev.stepwise.compute.run.Frame;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Looks for the steps that execute a line, at every depth, in the order in which they happen: the
/// steps inside a step come before it.
///
/// @param most how many steps it looks at before it gives up
record LineSearch<F extends Frame>(Navigator<F> navigator, int most) {

  /// The next execution after a step; from the start where there is none later. Computes in the
  /// calling thread, a step after another; can be cancelled.
  ///
  /// @param anchors the names of the line, as steps tell them
  Execution after(Position from, Set<String> anchors) {
    Predicate<Position> executes = at -> anchors.contains(navigator.step(at).anchor());
    int looked = 0;
    for (var at = next(from); at.isPresent(); at = next(at.get())) {
      Cancellation.checkpoint();
      if (executes.test(at.get())) {
        return new Execution.Later(at.get());
      }
      if (++looked == most) {
        return new Execution.TooFar(most);
      }
    }
    for (var at = first(); at.compareTo(from) < 0; at = next(at).orElseThrow()) {
      Cancellation.checkpoint();
      if (executes.test(at)) {
        return new Execution.FromStart(at);
      }
      if (++looked == most) {
        return new Execution.TooFar(most);
      }
    }
    return executes.test(from) ? new Execution.OnlyHere(from) : new Execution.Never();
  }

  private Position first() {
    return navigator.firstInside(Position.START, Integer.MAX_VALUE);
  }

  private Optional<Position> next(Position from) {
    var sibling = from.sibling(from.last() + 1);
    return navigator.runOf(from).has(sibling.last())
        ? Optional.of(navigator.firstInside(sibling, Integer.MAX_VALUE))
        : from.parent();
  }
}
