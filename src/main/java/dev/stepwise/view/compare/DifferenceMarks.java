package dev.stepwise.view.compare;

import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;
import java.util.List;
import java.util.function.Function;

/// Marks on a stage numbers that the step wrote otherwise in the other run.
///
/// @param hits where the stage's elements are
record DifferenceMarks(Pen pen, Hits hits) {
  private static final double RING = 9;
  private static final double SMALL = 18;

  /// @param marked their addresses
  /// @param step of the stage's own run, which may lack numbers of the other one
  /// @param drawn what the stage draws for a number
  void draw(List<Ref> marked, Step<?> step, Function<Ref, Element> drawn) {
    if (marked.isEmpty()) {
      return;
    }
    var variables = step.frame().variables();
    marked.stream()
        .filter(ref -> ref.in(variables).isPresent())
        .map(drawn)
        .distinct()
        .flatMap(element -> hits.of(element).stream())
        .forEach(hit -> mark(hit.box()));
  }

  /// A ring around what is small, a corner in what is large.
  private void mark(Box box) {
    var colour = pen.palette().difference();
    if (Math.max(box.width(), box.height()) <= pen.px(SMALL)) {
      pen.surface()
          .circle(
              box.centreX(),
              box.centreY(),
              Math.max(pen.px(RING), box.width() / 2 + pen.px(Space.LINE)),
              Ink.stroked(colour, pen.px(Space.LINE)));
    } else {
      pen.surface()
          .rectangle(
              box.inset(pen.px(Space.HAIR)),
              pen.px(Space.LINE),
              Ink.stroked(colour, pen.px(Space.LINE)));
    }
  }
}
