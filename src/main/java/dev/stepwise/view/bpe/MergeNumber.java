package dev.stepwise.view.bpe;

import dev.stepwise.compute.text.Phrases;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;

/// The number of a merge in a circle, or in a longer plate where the number is long.
///
/// @param rank of the merge, from 0
/// @param state whether it has been made
record MergeNumber(int rank, State state) {

  /// Whether a merge has been made.
  enum State {
    AHEAD,
    MADE,
    /// This step's.
    CURRENT;

    static State of(boolean current, boolean made) {
      return current ? CURRENT : made ? MADE : AHEAD;
    }
  }

  /// Draws it with its middle at a place; gives where it is.
  Box draw(Pen pen, double x, double y, double radius) {
    var palette = pen.palette();
    var number = Phrases.number(rank + 1L);
    var style = Chip.current(pen.look());
    var ink =
        switch (state) {
          case AHEAD -> palette.muted();
          case MADE -> palette.text();
          case CURRENT -> style.ink();
        };
    var fill =
        switch (state) {
          case AHEAD -> palette.background();
          case MADE -> Chip.mixed(palette.muted(), palette.background(), 0.35);
          case CURRENT -> style.fill();
        };
    var value = pen.type(Role.VALUE).coloured(ink).centred();
    var sized = value.at(Math.min(value.size(), radius * 0.92));
    var type = state == State.AHEAD ? sized : sized.bold();
    double half = Math.max(radius, pen.width(number, type) / 2 + pen.px(Space.SMALL));
    var box = new Box(x - half, y - radius, 2 * half, 2 * radius);
    pen.surface()
        .rectangle(box, radius, Ink.filled(fill).withStroke(palette.faint(), pen.px(Space.HAIR)));
    pen.write(number, x, y + type.drop(), type);
    return box;
  }
}
