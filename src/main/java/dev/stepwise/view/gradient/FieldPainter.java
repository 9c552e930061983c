package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.draw.Argb;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Pixels;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Surface;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// The decision regions of a network over two inputs: each pixel in the mixture of the classes'
/// colours by their probabilities, with a seam where the most probable class changes. The
/// probabilities are computed on a grid of every fourth pixel and interpolated between, so a frame
/// costs a few milliseconds. The pixel buffer is kept from frame to frame.
final class FieldPainter {
  private static final int CELL = 4;
  private static final double OPACITY = 0.3;

  private @Nullable Pixels pixels;

  /// Draws it into the frame's box.
  ///
  /// @param leak what a negative sum of a hidden unit is multiplied by
  void draw(Surface surface, PlotFrame frame, Parameters at, double leak, Palette palette) {
    var box = frame.box();
    int width = (int) Math.rint(box.width());
    int height = (int) Math.rint(box.height());
    if (width < 2 || height < 2) {
      return;
    }
    var buffer = bufferOf(width, height);
    double[] field = probabilities(frame, at, leak, width, height);
    fill(buffer, field, at.classes(), palette);
    buffer.changed();
    surface.pixels(buffer, Math.rint(box.x()), Math.rint(box.y()));
  }

  private Pixels bufferOf(int width, int height) {
    var kept = pixels;
    if (kept != null && kept.width() == width && kept.height() == height) {
      return kept;
    }
    var made = new Pixels(width, height);
    pixels = made;
    return made;
  }

  private static int cells(int length) {
    return (length + CELL - 1) / CELL + 1;
  }

  /// The probabilities at the corners of the cells, row by row, class by class.
  private static double[] probabilities(
      PlotFrame frame, Parameters at, double leak, int width, int height) {
    int across = cells(width);
    int down = cells(height);
    int hidden = at.hidden();
    int classes = at.classes();
    var field = new double[across * down * classes];
    var z = new double[classes];
    Box box = frame.box();
    for (int row = 0; row < down; row++) {
      double y = frame.dataY(box.y() + row * CELL);
      for (int column = 0; column < across; column++) {
        double x = frame.dataX(box.x() + column * CELL);
        System.arraycopy(at.b2(), 0, z, 0, classes);
        for (int unit = 0; unit < hidden; unit++) {
          double sum = at.b1()[unit] + x * at.w1()[0][unit] + y * at.w1()[1][unit];
          double a = sum > 0 ? sum : leak * sum;
          if (a != 0) {
            double[] weights = at.w2()[unit];
            for (int c = 0; c < classes; c++) {
              z[c] += a * weights[c];
            }
          }
        }
        softmax(z, field, (row * across + column) * classes);
      }
    }
    return field;
  }

  private static void softmax(double[] z, double[] field, int start) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double value : z) {
      greatest = Math.max(greatest, value);
    }
    double sum = 0;
    for (int c = 0; c < z.length; c++) {
      double e = Math.exp(z[c] - greatest);
      field[start + c] = e;
      sum += e;
    }
    for (int c = 0; c < z.length; c++) {
      field[start + c] /= sum;
    }
  }

  private static void fill(Pixels pixels, double[] field, int classes, Palette palette) {
    int width = pixels.width();
    int across = cells(width);
    var red = new double[classes];
    var green = new double[classes];
    var blue = new double[classes];
    for (int c = 0; c < classes; c++) {
      Color colour = palette.background().interpolate(palette.category(c), OPACITY);
      red[c] = 255 * colour.getRed();
      green[c] = 255 * colour.getGreen();
      blue[c] = 255 * colour.getBlue();
    }
    int seam = Argb.premultiplied(palette.background(), 1);
    var above = new int[width];
    var p = new double[classes];
    for (int y = 0; y < pixels.height(); y++) {
      int row = y / CELL;
      double down = (y % CELL) / (double) CELL;
      int left = -1;
      for (int x = 0; x < width; x++) {
        int column = x / CELL;
        double right = (x % CELL) / (double) CELL;
        int corner = (row * across + column) * classes;
        int below = corner + across * classes;
        int best = 0;
        double r = 0;
        double g = 0;
        double b = 0;
        for (int c = 0; c < classes; c++) {
          double top =
              field[corner + c] + right * (field[corner + classes + c] - field[corner + c]);
          double bottom =
              field[below + c] + right * (field[below + classes + c] - field[below + c]);
          p[c] = top + down * (bottom - top);
          best = p[c] > p[best] ? c : best;
          r += p[c] * red[c];
          g += p[c] * green[c];
          b += p[c] * blue[c];
        }
        boolean border = (x > 0 && best != left) || (y > 0 && best != above[x]);
        left = best;
        above[x] = best;
        boolean known = r >= 0;
        pixels.argb()[y * width + x] =
            border || !known ? seam : 0xff000000 | (int) r << 16 | (int) g << 8 | (int) b;
      }
    }
  }
}
