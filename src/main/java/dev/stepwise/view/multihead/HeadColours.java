package dev.stepwise.view.multihead;

import dev.stepwise.draw.Argb;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.MarkerShape;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;
import javafx.scene.paint.Color;

/// The colour and the marker of each head: colour names the head, intensity the number.
final class HeadColours {
  private static final double MARKER = 5;

  /// How thick the bar over the columns of a head is.
  private static final double BAR = 4;

  private HeadColours() {}

  static Color of(Palette palette, int head) {
    return palette.category(head);
  }

  /// The colour of a number of a head.
  ///
  /// @param share of the largest number, 0 to 1
  static int argb(Palette palette, int head, double share) {
    double strength = 0.12 + 0.88 * Math.clamp(share, 0.0, 1.0);
    return Argb.premultiplied(palette.background().interpolate(of(palette, head), strength), 1);
  }

  /// Draws the marker of a head at the left of a line of text.
  ///
  /// @return the rest of the line
  static Box marker(Pen pen, int head, Box line) {
    double size = markerSize(pen, line);
    var ink = Ink.filled(of(pen.palette(), head));
    MarkerShape.of(head).draw(pen.surface(), line.x() + size, line.centreY(), size, ink);
    return besideMarker(pen, line);
  }

  private static double markerSize(Pen pen, Box line) {
    return Math.min(pen.px(MARKER), line.height() * 0.4);
  }

  /// What a marker at its left leaves of a line of text.
  static Box besideMarker(Pen pen, Box line) {
    return line.inset(0, 0, 0, 2 * markerSize(pen, line) + pen.px(Space.TIGHT));
  }

  /// Draws a bar in the colour of each head over its columns.
  ///
  /// @param columns the box of all columns, its top edge where the bars end
  static void slices(Pen pen, Box columns, int heads) {
    double width = columns.width() / heads;
    double bar = pen.px(BAR);
    for (int head = 0; head < heads; head++) {
      double x = columns.x() + head * width + 0.5;
      var slice = new Box(x, columns.y() - bar - 1, Math.max(1, width - 1.5), bar);
      pen.surface().rectangle(slice, 0, Ink.filled(of(pen.palette(), head)));
    }
  }
}
