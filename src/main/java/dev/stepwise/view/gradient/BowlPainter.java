package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.draw.Argb;
import dev.stepwise.draw.ColourMap;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Pixels;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Role;

/// Draws a plane through the loss surface of linear regression: two parameters vary, the others
/// stay as the model has them. Colours go by the logarithm of the loss above its lowest value in
/// the plane, with a line for each factor of two.
final class BowlPainter {
  private static final double LINES_A_DECADE = 3.32;
  private static final double LEAST = 1e-300;

  /// Draws the plane into the frame's box.
  ///
  /// @param across,up which parameters vary
  void draw(Pen pen, PlotFrame plot, RegressionFrame frame, int across, int up) {
    var box = plot.box();
    var pixels = new Pixels((int) box.width(), (int) box.height());
    var problem = frame.problem();
    var plane = frame.bowl().plane(problem.x(), problem.y(), frame.model(), across, up);
    var losses = new double[pixels.width() * pixels.height()];
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int y = 0; y < pixels.height(); y++) {
      double b = plot.dataY(box.y() + y);
      for (int x = 0; x < pixels.width(); x++) {
        double a = plot.dataX(box.x() + x);
        double loss = Math.clamp(plane.at(a, b), LEAST, Double.MAX_VALUE);
        losses[y * pixels.width() + x] = loss;
        if (Double.isFinite(loss)) {
          least = Math.min(least, loss);
          most = Math.max(most, loss);
        }
      }
    }
    if (least > most) {
      pen.write("The loss overflows all over this plane.", box, pen.type(Role.NOTE).centred());
      return;
    }
    colour(pixels, losses, new LinearScale(Math.log10(least), Math.log10(most)), pen.palette());
    pen.surface().pixels(pixels, Math.floor(box.x()), Math.floor(box.y()));
  }

  private static long band(double loss) {
    return (long) Math.floor(Math.log10(loss) * LINES_A_DECADE);
  }

  private static void colour(Pixels pixels, double[] losses, LinearScale scale, Palette palette) {
    int line = Argb.premultiplied(palette.background().interpolate(palette.text(), 0.18), 1);
    int width = pixels.width();
    for (int i = 0; i < losses.length; i++) {
      double log = Math.log10(losses[i]);
      long here = band(losses[i]);
      // Where several contours meet in a pixel, none can be seen.
      boolean leftward = i % width > 0 && Math.abs(here - band(losses[i - 1])) == 1;
      boolean upward = i >= width && Math.abs(here - band(losses[i - width])) == 1;
      boolean edge = leftward || upward;
      var colour =
          palette.background().interpolate(ColourMap.VIRIDIS.colour(1 - scale.place(log)), 0.55);
      pixels.argb()[i] = edge ? line : Argb.premultiplied(colour, 1);
    }
  }
}
