package dev.stepwise.view.bpe.lab;

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

/// Lines with both axes logarithmic, so that a power law is a straight line.
///
/// @param axes what the axes mean
/// @param lines each with its name, in its own colour
record LogPlot(Axes axes, List<Line> lines) implements Drawing {
  private static final double MARGIN = 0.06;
  private static final int MOST_DOTS = 40;

  /// A line. The arrays are shared and never written to.
  ///
  /// @param xs positive, ascending
  /// @param ys positive
  /// @param category gives the colour
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  record Line(String name, double[] xs, double[] ys, int category) {}

  LogPlot {
    lines = List.copyOf(lines);
  }

  @Override
  public void draw(Surface surface, Box area, Look look) {
    var xs = lines.stream().flatMapToDouble(line -> Arrays.stream(line.xs())).toArray();
    var ys = lines.stream().flatMapToDouble(line -> Arrays.stream(line.ys())).toArray();
    var frame =
        new PlotFrame(
            axes.inside(area, look), LogScale.over(xs, MARGIN), LogScale.over(ys, MARGIN));
    axes.draw(surface, frame, look);
    // The names stand in a row above the plot, where no line can cross them.
    double end = frame.box().right();
    for (var line : lines.reversed()) {
      var colour = look.palette().category(line.category());
      double[] across = Arrays.stream(line.xs()).map(frame::pixelX).toArray();
      double[] up = Arrays.stream(line.ys()).map(frame::pixelY).toArray();
      surface.line(across, up, new Ink.Stroke(colour, look.px(1.8)));
      for (int i = 0; i < across.length && across.length <= MOST_DOTS; i++) {
        surface.circle(across[i], up[i], look.px(3), Ink.filled(colour));
      }
      var type = new Type(Type.Face.MEDIUM, look.px(12), colour, Type.Align.RIGHT, 0);
      surface.text(line.name(), end, frame.box().y() - look.px(7), type);
      end -= surface.textWidth(line.name(), type) + look.px(16);
    }
  }
}
