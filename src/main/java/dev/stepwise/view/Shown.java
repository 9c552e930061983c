package dev.stepwise.view;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.view.marks.Element;
import dev.stepwise.view.marks.Hits;
import dev.stepwise.view.marks.Look;
import java.util.Optional;
import java.util.Set;

/// What a stage is to paint.
///
/// @param step the step
/// @param before the step that the picture moves away from, while it moves
/// @param progress how far the picture has moved from `before` to `step`, 0 to 1; 1 when at rest
/// @param look colours and sizes
/// @param lit elements to light up, as sources of a number
/// @param picked the element that was clicked
/// @param hits where the painter says what it drew where
public record Shown<F extends Frame>(
    Step<F> step,
    Optional<Step<F>> before,
    double progress,
    Look look,
    Set<Element> lit,
    Optional<Element> picked,
    Hits hits) {

  /// At rest, nothing lit.
  public static <F extends Frame> Shown<F> atRest(Step<F> step, Look look) {
    return new Shown<>(step, Optional.empty(), 1, look, Set.of(), Optional.empty(), new Hits());
  }
}
