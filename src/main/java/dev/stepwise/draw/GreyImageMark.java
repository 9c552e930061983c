package dev.stepwise.draw;

import java.util.Arrays;

/// A small image of grey values, such as a digit of 8×8: nothing has the background's colour, the
/// maximum the text's. The array is shared and never written to.
///
/// @param values row by row
/// @param columns how many values a row has
/// @param maximum the value of the darkest grey; positive
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record GreyImageMark(double[] values, int columns, double maximum) {

  /// Checks the shape.
  ///
  /// @throws IllegalArgumentException if the values do not make whole rows, or the maximum is not
  ///   positive
  public GreyImageMark {
    if (columns < 1 || values.length == 0 || values.length % columns != 0 || !(maximum > 0)) {
      throw new IllegalArgumentException(
          "%d values in rows of %d up to %s".formatted(values.length, columns, maximum));
    }
  }

  /// Draws it as large as the area allows, in its middle, without smoothing.
  public void draw(Surface surface, Box area, Look look) {
    int rows = values.length / columns;
    int side =
        (int) Math.max(1, Math.floor(Math.min(area.width() / columns, area.height() / rows)));
    var pixels = new Pixels(side * columns, side * rows);
    var palette = look.palette();
    for (int i = 0; i < values.length; i++) {
      double grey = Double.isFinite(values[i]) ? Math.clamp(values[i] / maximum, 0, 1) : 0;
      int argb = Argb.premultiplied(palette.background().interpolate(palette.text(), grey), 1);
      for (int y = i / columns * side; y < (i / columns + 1) * side; y++) {
        int from = y * pixels.width() + i % columns * side;
        Arrays.fill(pixels.argb(), from, from + side, argb);
      }
    }
    double x = Math.round(area.centreX() - pixels.width() / 2.0);
    double y = Math.round(area.centreY() - pixels.height() / 2.0);
    surface.pixels(pixels, x, y);
    var edge = new Box(x - 0.5, y - 0.5, pixels.width() + 1.0, pixels.height() + 1.0);
    surface.rectangle(edge, 0, Ink.stroked(palette.faint(), 1));
  }
}
