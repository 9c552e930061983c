package dev.stepwise.view.lab;

import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.LogScale;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Surface;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/// Measurements against a size that grows by factors: a logarithmic axis across, an even one from 0
/// up, a dot for each measurement. The arrays are shared and never written to.
///
/// @param axes what the axes mean
/// @param sizes positive, ascending
/// @param values one for each size, not negative
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record Curve(Axes axes, double[] sizes, double[] values) implements Drawing {
  private static final double MARGIN = 0.06;

  /// The radius of the dot of a measurement.
  static final double DOT = 3;

  @Override
  public void draw(Surface surface, Box area, Look look) {
    double highest = Arrays.stream(values).max().orElse(1);
    var frame =
        new PlotFrame(
            axes.inside(area, look),
            LogScale.over(sizes, MARGIN),
            new LinearScale(0, Math.max(1, highest) * (1 + MARGIN)));
    axes.draw(surface, frame, look);
    double[] xs = DoubleStream.of(sizes).map(frame::pixelX).toArray();
    double[] ys = DoubleStream.of(values).map(frame::pixelY).toArray();
    var colour = look.palette().accent();
    surface.line(xs, ys, new Ink.Stroke(colour, look.px(Space.LINE)));
    for (int i = 0; i < xs.length; i++) {
      surface.circle(xs[i], ys[i], look.px(DOT), Ink.filled(colour));
    }
  }
}
