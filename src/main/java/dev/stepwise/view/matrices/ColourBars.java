package dev.stepwise.view.matrices;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.ColourBar;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;

/// The keys to two scales of colours, one below the other.
public final class ColourBars {
  private ColourBars() {}

  /// Draws them in a box, each half as high.
  public static void draw(Pen pen, Box box, ColourBar upper, ColourBar lower) {
    double half = (box.height() - pen.px(Space.GAP)) / 2;
    upper.draw(pen.surface(), box.inset(0, 0, box.height() - half, 0), pen.look());
    lower.draw(pen.surface(), box.inset(box.height() - half, 0, 0, 0), pen.look());
  }
}
