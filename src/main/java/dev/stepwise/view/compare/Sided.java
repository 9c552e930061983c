package dev.stepwise.view.compare;

import dev.stepwise.compute.compare.Side;
import dev.stepwise.draw.Element;
import java.util.Optional;

/// Something on the stage of one of two runs.
///
/// @param element as that run's own stage has it
record Sided(Side side, Element element) implements Element {

  /// What a run's own stage calls it; empty where it is on the other one.
  static Optional<Element> on(Side side, Element element) {
    return element instanceof Sided(var where, var own) && where == side
        ? Optional.of(own)
        : Optional.empty();
  }

  /// What stages call it, on whichever it is.
  static Element own(Element element) {
    return element instanceof Sided(_, var own) ? own : element;
  }
}
