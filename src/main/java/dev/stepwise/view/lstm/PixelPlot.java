package dev.stepwise.view.lstm;

import dev.stepwise.draw.Argb;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Pixels;
import dev.stepwise.draw.Surface;
import javafx.scene.paint.Color;

/// A plot of upright strokes, one pixel column each: the cheap way to draw what has more time steps
/// than there is room for lines or bars.
final class PixelPlot {
  private final Box box;
  private final Pixels pixels;

  PixelPlot(Box box) {
    this.box = box;
    this.pixels = new Pixels((int) Math.ceil(box.width()), (int) Math.ceil(box.height()));
  }

  /// Draws in a column from one height to another, both included, in either order.
  ///
  /// @param x,from,to as on the surface; what lies outside the box is cut off
  void stroke(double x, double from, double to, Color colour) {
    int column = (int) (x - box.x());
    if (column < 0 || column >= pixels.width()) {
      return;
    }
    int argb = Argb.premultiplied(colour, 1);
    int top = (int) Math.max(0, Math.rint(Math.min(from, to) - box.y()));
    int bottom = (int) Math.min(pixels.height() - 1.0, Math.rint(Math.max(from, to) - box.y()));
    for (int y = top; y <= bottom; y++) {
      pixels.argb()[y * pixels.width() + column] = argb;
    }
  }

  void draw(Surface surface) {
    surface.pixels(pixels, box.x(), box.y());
  }
}
