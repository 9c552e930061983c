package dev.stepwise.view.gradient.lab;

import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Scale;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Surface;
import dev.stepwise.view.lab.Drawing;
import java.util.Arrays;
import java.util.List;
import javafx.scene.paint.Color;

/// Measurements as lines with dots, over axes that are even or logarithmic each. Values that are
/// not finite are crosses at the top.
///
/// @param axes what the axes mean
/// @param across,up how values are spread along the axes
/// @param traces in the order in which they are drawn
record Traces(Axes axes, Scale.Kind across, Scale.Kind up, List<Trace> traces) implements Drawing {
  private static final double MARGIN = 0.06;
  private static final double DOT = 3;

  /// An arm of the cross of a value that is not finite.
  private static final double ARM = 3.5;

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
    var pen = new Pen(surface, look);
    for (var trace : traces) {
      draw(pen, frame, trace);
    }
    if (traces.size() > 1) {
      names(pen, frame.box());
    }
  }

  private static Color colour(Pen pen, Trace trace) {
    return switch (trace.line) {
      case MEASURED -> pen.palette().category(trace.category);
      case RULE -> pen.palette().muted();
    };
  }

  private static void draw(Pen pen, PlotFrame frame, Trace trace) {
    var colour = colour(pen, trace);
    var stroke =
        switch (trace.line) {
          case MEASURED -> pen.stroke(colour, Space.LINE);
          case RULE -> pen.dashed(colour, Space.HAIR);
        };
    for (int i = 0; i < trace.xs.length; i++) {
      double x = frame.pixelX(trace.xs[i]);
      double y = frame.pixelY(trace.ys[i]);
      if (Double.isNaN(y)) {
        cross(pen, x, frame.box().y() + pen.px(Space.SMALL));
        continue;
      }
      if (i > 0 && Double.isFinite(frame.pixelY(trace.ys[i - 1]))) {
        double before = frame.pixelX(trace.xs[i - 1]);
        pen.surface().line(before, frame.pixelY(trace.ys[i - 1]), x, y, stroke);
      }
      if (trace.line == Line.MEASURED) {
        pen.surface().circle(x, y, pen.px(DOT), Ink.filled(colour));
      }
    }
  }

  private static void cross(Pen pen, double x, double y) {
    double arm = pen.px(ARM);
    var stroke = pen.stroke(pen.palette().alarm(), Space.LINE);
    pen.surface().line(x - arm, y - arm, x + arm, y + arm, stroke);
    pen.surface().line(x - arm, y + arm, x + arm, y - arm, stroke);
  }

  /// In a row above the plot, where no line can cross them.
  private void names(Pen pen, Box plot) {
    double end = plot.right();
    var type = pen.type(Role.NOTE).bold().right();
    for (var trace : traces.reversed()) {
      double baseline = plot.y() - pen.px(Space.SMALL);
      pen.write(trace.name, end, baseline, type.coloured(colour(pen, trace)));
      end -= pen.width(trace.name, type) + pen.px(Space.GAP);
    }
  }
}
