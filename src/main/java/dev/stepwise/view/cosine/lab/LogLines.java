package dev.stepwise.view.cosine.lab;

import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.LogScale;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.lab.Drawing;
import java.util.Arrays;
import java.util.List;

/// Measurements of several ways against a size, both axes logarithmic, where a power is a straight
/// line. The arrays are shared and never written to.
///
/// @param axes what the axes mean
/// @param sizes positive, ascending
/// @param series one value for each size, positive
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
record LogLines(Axes axes, double[] sizes, List<Series> series) implements Drawing {
  private static final double MARGIN = 0.08;

  /// The measurements of one way.
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  record Series(String name, double[] values, int category) {}

  LogLines {
    series = List.copyOf(series);
  }

  @Override
  public void draw(Surface surface, Box area, Look look) {
    var all = series.stream().flatMapToDouble(each -> Arrays.stream(each.values)).toArray();
    var frame =
        new PlotFrame(
            axes.inside(area, look), LogScale.over(sizes, MARGIN), LogScale.over(all, MARGIN));
    axes.draw(surface, frame, look);
    double baseline = frame.box().y() + look.px(14);
    for (var each : series) {
      var colour = look.palette().category(each.category);
      double[] xs = Arrays.stream(sizes).map(frame::pixelX).toArray();
      double[] ys = Arrays.stream(each.values).map(frame::pixelY).toArray();
      surface.line(xs, ys, new Ink.Stroke(colour, look.px(2)));
      for (int i = 0; i < xs.length; i++) {
        surface.circle(xs[i], ys[i], look.px(3.2), Ink.filled(colour));
      }
      double x = frame.box().x() + look.px(10);
      surface.circle(x, baseline - look.px(4), look.px(4), Ink.filled(colour));
      surface.text(
          each.name,
          x + look.px(10),
          baseline,
          new Type(Type.Face.MEDIUM, look.px(12), look.palette().text()));
      baseline += look.px(17);
    }
  }
}
