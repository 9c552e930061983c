package dev.stepwise.view.multihead;

import dev.stepwise.draw.Argb;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.MarkerShape;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Surface;
import javafx.scene.paint.Color;

/// The colour and the marker of each head: colour names the head, intensity the number.
final class HeadColours {
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

  /// Draws the marker of a head.
  static void marker(Surface surface, Palette palette, int head, double x, double y, double size) {
    MarkerShape.of(head).draw(surface, x, y, size, Ink.filled(of(palette, head)));
  }

  /// Draws a bar in the colour of each head over its columns.
  ///
  /// @param columns the box of all columns, its top edge where the bars end
  static void slices(Surface surface, Palette palette, Box columns, int heads, double thickness) {
    double width = columns.width() / heads;
    for (int head = 0; head < heads; head++) {
      var bar =
          new Box(
              columns.x() + head * width + 0.5,
              columns.y() - thickness - 1,
              Math.max(1, width - 1.5),
              thickness);
      surface.rectangle(bar, 0, Ink.filled(of(palette, head)));
    }
  }
}
