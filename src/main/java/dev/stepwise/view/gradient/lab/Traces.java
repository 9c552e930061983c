package dev.stepwise.view.gradient.lab;

import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Scale;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.lab.Drawing;
import java.util.Arrays;
import java.util.List;

/// Measurements as lines with dots, over axes that are even or logarithmic each. Values that are
/// not finite are crosses at the top.
///
/// @param axes what the axes mean
/// @param across,up how values are spread along the axes
/// @param traces in the order in which they are drawn
record Traces(Axes axes, Scale.Kind across, Scale.Kind up, List<Trace> traces) implements Drawing {
  private static final double MARGIN = 0.06;

  /// A line.
  ///
  /// @param category gives its colour
  @SuppressWarnings("ArrayRecordComponent") // made for it, never written to
  record Trace(String name, int category, Line line, double[] xs, double[] ys) {}

  /// What a line is.
  enum Line {
    MEASURED,
    /// What a rule says.
    RULE
  }

  Traces {
    traces = List.copyOf(traces);
  }

  @Override
  public void draw(Surface surface, Box area, Look look) {
    var xs = traces.stream().flatMapToDouble(t -> Arrays.stream(t.xs)).toArray();
    var ys = traces.stream().flatMapToDouble(t -> Arrays.stream(t.ys)).toArray();
    var frame =
        new PlotFrame(
            axes.inside(area, look), Scale.over(across, xs, MARGIN), Scale.over(up, ys, MARGIN));
    axes.draw(surface, frame, look);
    for (var trace : traces) {
      draw(surface, frame, look, trace);
    }
    if (traces.size() > 1) {
      names(surface, frame, look);
    }
  }

  private static void draw(Surface surface, PlotFrame frame, Look look, Trace trace) {
    var colour = look.palette().category(trace.category);
    var stroke =
        trace.line == Line.RULE
            ? new Ink.Stroke(look.palette().muted(), look.px(1.4), look.px(4), look.px(4))
            : new Ink.Stroke(colour, look.px(1.8));
    for (int i = 0; i < trace.xs.length; i++) {
      double x = frame.pixelX(trace.xs[i]);
      double y = frame.pixelY(trace.ys[i]);
      if (Double.isNaN(y)) {
        cross(surface, x, frame.box().y() + look.px(8), look);
        continue;
      }
      if (i > 0 && Double.isFinite(frame.pixelY(trace.ys[i - 1]))) {
        surface.line(frame.pixelX(trace.xs[i - 1]), frame.pixelY(trace.ys[i - 1]), x, y, stroke);
      }
      if (trace.line == Line.MEASURED) {
        surface.circle(x, y, look.px(3), Ink.filled(colour));
      }
    }
  }

  private static void cross(Surface surface, double x, double y, Look look) {
    double arm = look.px(3.5);
    var stroke = new Ink.Stroke(look.palette().alarm(), look.px(1.8));
    surface.line(x - arm, y - arm, x + arm, y + arm, stroke);
    surface.line(x - arm, y + arm, x + arm, y - arm, stroke);
  }

  /// In a row above the plot, where no line can cross them.
  private void names(Surface surface, PlotFrame frame, Look look) {
    double end = frame.box().right();
    for (var trace : traces.reversed()) {
      var colour =
          trace.line == Line.RULE
              ? look.palette().muted()
              : look.palette().category(trace.category);
      var type = new Type(Type.Face.MEDIUM, look.px(12), colour).aligned(Type.Align.RIGHT);
      surface.text(trace.name, end, frame.box().y() - look.px(7), type);
      end -= surface.textWidth(trace.name, type) + look.px(16);
    }
  }
}
