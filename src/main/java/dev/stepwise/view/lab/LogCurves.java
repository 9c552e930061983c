package dev.stepwise.view.lab;

import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Corner;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.LogScale;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
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
      var stroke =
          measured
              ? new Ink.Stroke(colour, look.px(1.8))
              : new Ink.Stroke(colour, look.px(1.4), look.px(5), look.px(4));
      surface.line(xs, ys, stroke);
      for (int i = 0; measured && i < xs.length; i++) {
        surface.circle(xs[i], ys[i], look.px(3), Ink.filled(colour));
      }
    }
    names(surface, frame, look, xs);
  }

  private static double[] pixelYs(Line line, PlotFrame frame) {
    return DoubleStream.of(line.values).map(frame::pixelY).toArray();
  }

  /// The lines' names, in the corner that the lines leave free.
  private void names(Surface surface, PlotFrame frame, Look look, double[] xs) {
    var type = new Type(Type.Face.MEDIUM, look.px(12), look.palette().text());
    double width =
        lines.stream().mapToDouble(line -> surface.textWidth(line.name, type)).max().orElse(0)
            + look.px(16);
    double height = lines.size() * look.px(16) + look.px(6);
    var paths = lines.stream().map(line -> new Corner.Path(xs, pixelYs(line, frame))).toList();
    var corner =
        Corner.free(frame.box(), width, height, Corner.TOP_LEFT, paths)
            .in(frame.box(), width, height);
    double baseline = corner.y() + look.px(14);
    for (var line : lines) {
      surface.text(
          line.name,
          corner.x() + look.px(8),
          baseline,
          type.coloured(look.palette().category(line.category)));
      baseline += look.px(16);
    }
  }
}
