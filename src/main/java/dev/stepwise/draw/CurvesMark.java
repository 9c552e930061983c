package dev.stepwise.draw;

import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.paint.Color;

/// Long curves over a common axis, of which a part can be seen larger. A curve of a million numbers
/// costs as much as there are pixel columns: each column shows its least and its greatest number,
/// so no peak is lost. Numbers that are not finite are gaps; on a logarithmic axis so are those
/// that are not positive.
///
/// @param axes what the axes mean
/// @param kind how the values are spread along the y axis
/// @param endX the x axis goes from 0 to here
/// @param reach up to where the y axis goes at least; 0 for no further than the numbers
/// @param cap where the y axis ends at the latest; infinite for no such end
/// @param curves in the order in which they are drawn
public record CurvesMark(
    Axes axes, Scale.Kind kind, double endX, double reach, double cap, List<Curve> curves) {
  private static final double MARGIN = 0.06;

  /// A curve.
  ///
  /// @param firstX the x of its first number
  /// @param stepX how far apart in x its numbers are; positive
  public record Curve(Color colour, double width, double firstX, double stepX, Sequence values) {}

  /// The part that is seen, in shares of the whole from the top left corner.
  public record Part(double x0, double y0, double x1, double y1) {
    /// All of it.
    public static final Part WHOLE = new Part(0, 0, 1, 1);
  }

  /// Copies the list.
  public CurvesMark {
    curves = List.copyOf(curves);
  }

  /// The plot's frame in an area.
  public PlotFrame frame(Box area, Look look, Part part) {
    var ends =
        curves.stream()
            .flatMapToDouble(c ->
                DoubleStream.of(
                    c.values.least(0, c.values.size()), c.values.most(0, c.values.size())))
            .map(value -> Math.min(value, cap))
            .toArray();
    if (kind == Scale.Kind.LINEAR) {
      ends = DoubleStream.concat(DoubleStream.of(ends), DoubleStream.of(0, reach)).toArray();
    }
    var y = Scale.over(kind, ends, MARGIN);
    if (y instanceof LinearScale(_, double to)) {
      y = new LinearScale(0, Math.max(to, Double.MIN_NORMAL));
    }
    return new PlotFrame(
        axes.inside(area, look),
        new LinearScale(part.x0 * endX, Math.max(part.x1 * endX, part.x0 * endX + 1e-9)),
        part(y, part));
  }

  private static Scale part(Scale whole, Part part) {
    double low = whole.value(1 - part.y1);
    double high = whole.value(1 - part.y0);
    return whole instanceof LogScale ? new LogScale(low, high) : new LinearScale(low, high);
  }

  /// Draws axes and curves.
  public void draw(Surface surface, Box area, Look look, Part part) {
    var frame = frame(area, look, part);
    axes.draw(surface, frame, look);
    surface.clipped(
        frame.box().inset(-look.px(Space.HAIR)),
        () -> curves.forEach(curve -> trace(surface, frame, look, curve)));
  }

  private static void trace(Surface surface, PlotFrame frame, Look look, Curve curve) {
    int size = curve.values.size();
    int from = (int) Math.floor((frame.x().from() - curve.firstX) / curve.stepX) - 1;
    int to = (int) Math.ceil((frame.x().to() - curve.firstX) / curve.stepX) + 2;
    from = Math.clamp(from, 0, size);
    to = Math.clamp(to, from, size);
    double columns = Math.max(1, frame.box().width());
    int chunk = Math.max(1, (int) Math.ceil((to - from) / columns));
    from -= from % chunk;
    if (chunk == 1) {
      var line = new Polyline(surface, new Ink.Stroke(curve.colour, curve.width));
      for (int i = from; i < to; i++) {
        line.to(x(frame, curve, i), frame.pixelY(curve.values.at(i)));
      }
      line.end(look);
      return;
    }
    // One filled shape from the greatest numbers to the least: a line that goes up and down at
    // every pixel would cost twenty times as much.
    var envelope = new Envelope(surface, frame.box(), curve, (to - from) / chunk + 2);
    for (int start = from; start < to; start += chunk) {
      int end = Math.min(size, start + chunk);
      envelope.to(
          x(frame, curve, (start + end - 1) / 2.0),
          frame.pixelY(curve.values.most(start, end)),
          frame.pixelY(curve.values.least(start, end)));
    }
    envelope.end();
  }

  private static double x(PlotFrame frame, Curve curve, double index) {
    return frame.pixelX(curve.firstX + index * curve.stepX);
  }

  /// A line that grows, broken where there is no place.
  private static final class Polyline {
    private final Surface surface;
    private final Ink.Stroke stroke;
    private double[] xs = new double[256];
    private double[] ys = new double[256];
    private int length;

    Polyline(Surface surface, Ink.Stroke stroke) {
      this.surface = surface;
      this.stroke = stroke;
    }

    void to(double x, double y) {
      if (Double.isNaN(y)) {
        flush();
        return;
      }
      if (length == xs.length) {
        xs = java.util.Arrays.copyOf(xs, 2 * length);
        ys = java.util.Arrays.copyOf(ys, 2 * length);
      }
      // Far beyond the edges a renderer may overflow; what is there is cut off anyway.
      xs[length] = x;
      ys[length++] = Math.clamp(y, -1e5, 1e5);
    }

    void end(Look look) {
      if (length == 1) {
        surface.circle(xs[0], ys[0], look.px(Space.LINE), Ink.filled(stroke.colour()));
        length = 0;
      }
      flush();
    }

    private void flush() {
      if (length > 1) {
        surface.line(
            java.util.Arrays.copyOf(xs, length), java.util.Arrays.copyOf(ys, length), stroke);
      }
      length = 0;
    }
  }
}
