package dev.stepwise.view.compare;

import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;
import java.util.ArrayList;
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
    var boxes =
        marked.stream()
            .filter(ref -> ref.in(variables).isPresent())
            .map(drawn)
            .distinct()
            .flatMap(element -> hits.of(element).stream())
            .map(Hits.Hit::box)
            .toList();
    together(boxes).forEach(this::mark);
  }

  private boolean isSmall(Box box) {
    return Math.max(box.width(), box.height()) <= pen.px(SMALL);
  }

  /// Small things that touch, such as the cells of a thin column, are marked as one.
  private List<Box> together(List<Box> boxes) {
    var joined = new ArrayList<Box>();
    for (var box : boxes) {
      var whole = box;
      if (isSmall(box)) {
        var near = box.inset(-pen.px(Space.LINE));
        for (var other : List.copyOf(joined)) {
          if (isInLine(box, other) && other.overlaps(near)) {
            whole = whole.union(other);
            joined.remove(other);
          }
        }
      }
      joined.add(whole);
    }
    return joined;
  }

  private static boolean isInLine(Box one, Box other) {
    boolean below = one.x() == other.x() && one.width() == other.width();
    return below || (one.y() == other.y() && one.height() == other.height());
  }

  /// A ring around what is small, a frame around what is large: outside of it, for texts begin at
  /// its edge.
  private void mark(Box box) {
    var colour = pen.palette().difference();
    if (isSmall(box)) {
      pen.surface()
          .circle(
              box.centreX(),
              box.centreY(),
              Math.max(pen.px(RING), box.width() / 2 + pen.px(Space.LINE)),
              Ink.stroked(colour, pen.px(Space.LINE)));
    } else {
      pen.surface()
          .rectangle(
              box.inset(-pen.px(Space.LINE)),
              pen.px(Space.TIGHT),
              Ink.stroked(colour, pen.px(Space.LINE)));
    }
  }
}
