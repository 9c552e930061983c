package dev.stepwise.view.lab;

import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Corner;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.LogScale;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Rows;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Surface;
import java.util.List;
import java.util.stream.DoubleStream;

/// Several measurements against a size, both on logarithmic axes: a power of the size is a straight
/// line.
///
/// @param axes what the axes mean
/// @param sizes positive, ascending
/// @param lines in the order in which they are drawn
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record LogCurves(Axes axes, double[] sizes, List<Line> lines) implements Drawing {
  private static final double MARGIN = 0.06;
  private static final double NAME = 16;

  /// A line.
  ///
  /// @param category gives its colour
  /// @param values one for each size, positive
  /// @param style how it is drawn
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Line(String name, int category, double[] values, Style style) {}

  /// How a line is drawn.
  public enum Style {
    /// A line with a dot for each measurement.
    MEASURED,
    /// A dashed line to compare with.
    EXPECTED
  }

  /// Copies the list.
  public LogCurves {
    lines = List.copyOf(lines);
  }

  @Override
  public void draw(Surface surface, Box area, Look look) {
    var pen = new Pen(surface, look);
    var values =
        lines.stream()
            .flatMapToDouble(line -> DoubleStream.of(line.values))
            .filter(value -> value > 0)
            .toArray();
    var frame =
        new PlotFrame(
            axes.inside(area, look), LogScale.over(sizes, MARGIN), LogScale.over(values, MARGIN));
    axes.draw(surface, frame, look);
    double[] xs = DoubleStream.of(sizes).map(frame::pixelX).toArray();
    for (var line : lines) {
      double[] ys = pixelYs(line, frame);
      var colour = look.palette().category(line.category);
      boolean measured = line.style == Style.MEASURED;
      var stroke = measured ? pen.stroke(colour, Space.LINE) : pen.dashed(colour, Space.LINE);
      surface.line(xs, ys, stroke);
      for (int i = 0; measured && i < xs.length; i++) {
        surface.circle(xs[i], ys[i], pen.px(Curve.DOT), Ink.filled(colour));
      }
    }
    names(pen, frame, xs);
  }

  private static double[] pixelYs(Line line, PlotFrame frame) {
    return DoubleStream.of(line.values).map(frame::pixelY).toArray();
  }

  /// The lines' names, in the corner that the lines leave free.
  private void names(Pen pen, PlotFrame frame, double[] xs) {
    var type = pen.type(Role.NOTE).bold();
    double widest = lines.stream().mapToDouble(line -> pen.width(line.name, type)).max().orElse(0);
    double margin = pen.px(Space.SMALL);
    double width = widest + 2 * margin;
    double height = lines.size() * pen.px(NAME) + margin;
    var paths = lines.stream().map(line -> new Corner.Path(xs, pixelYs(line, frame))).toList();
    var corner =
        Corner.free(frame.box(), width, height, Corner.TOP_LEFT, paths)
            .in(frame.box(), width, height);
    var inside = corner.inset(margin / 2, margin, margin / 2, margin);
    var rows = new Rows(inside, lines.size(), pen.px(NAME));
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      pen.write(line.name, rows.row(i), type.coloured(pen.palette().category(line.category)));
    }
  }
}
