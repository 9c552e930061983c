package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.RegressionFocus;
import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.compute.gradient.RegressionNarration;
import dev.stepwise.compute.gradient.RegressionTrainer;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.Shown;
import dev.stepwise.view.gradient.GradientElement.OfRow;
import java.util.Arrays;
import java.util.List;

/// Draws what moves the model, below its parameters: the rate beside the one above which the
/// descent diverges, and the error of each sample, or its share of the derivative that the step
/// takes.
final class ErrorsPainter {
  private static final double GAUGE = 46;
  private static final double LEAST_GAUGE = 31;
  private static final double LEAST_BARS = 58;

  private final RegressionScene scene;
  private final Brush brush;
  private final Surface surface;
  private final Look look;
  private final Shown<?> shown;
  private final RegressionFrame frame;

  ErrorsPainter(RegressionScene scene) {
    this.scene = scene;
    this.brush = scene.brush();
    this.surface = scene.surface();
    this.look = scene.look();
    this.shown = scene.shown();
    this.frame = scene.frame();
  }

  /// From the least value to the greatest, zero included.
  private record Range(double least, double greatest) {
    static Range of(double[] values) {
      var finite = Arrays.stream(values).filter(Double::isFinite).summaryStatistics();
      return new Range(Math.min(0, finite.getMin()), Math.max(0, finite.getMax()));
    }

    double pixel(double value, Box plot) {
      double span = greatest - least;
      return span == 0 ? plot.centreY() : plot.bottom() - plot.height() * ((value - least) / span);
    }
  }

  /// Draws as much as has room.
  void paint(Box area) {
    double gauge = look.px(GAUGE);
    if (area.height() < look.px(LEAST_GAUGE)) {
      return;
    }
    boolean bars = area.height() >= gauge + look.px(LEAST_BARS);
    rate(new Box(area.x(), area.y(), area.width(), gauge));
    if (bars) {
      bars(area.inset(gauge, 0, 0, 0));
    }
  }

  private void rate(Box area) {
    double rate = frame.problem().descent().rateIn(Math.max(1, frame.epoch()));
    double limit = frame.bowl().largestRate();
    boolean over = rate > limit;
    double x = brush.heading("Rate", area.x(), area.y() + look.px(12));
    var palette = look.palette();
    var figure =
        new Type(Type.Face.MONO_BOLD, look.px(12), over ? palette.alarm() : palette.text());
    surface.text(Numbers.text(rate), x + look.px(8), area.y() + look.px(12), figure);
    double end = x + look.px(16) + surface.textWidth(Numbers.text(rate), figure);
    note(limit, end, area);
    double height = look.px(9);
    var track = new Box(area.x(), area.y() + look.px(21), area.width(), height);
    double most = Math.max(1.25 * limit, Math.min(1.1 * rate, 2 * limit));
    surface.rectangle(track, height / 2, Ink.filled(palette.faint()));
    double filled = track.width() * Math.min(1, rate / most);
    if (filled >= 1) {
      surface.rectangle(
          new Box(track.x(), track.y(), filled, height),
          Math.min(height, filled) / 2,
          Ink.filled(over ? palette.alarm() : palette.accent()));
    }
    double at = track.x() + track.width() * limit / most;
    surface.line(
        at,
        track.y() - look.px(4),
        at,
        track.bottom() + look.px(4),
        new Ink.Stroke(palette.text(), look.px(1.6)));
  }

  /// From which rate on the descent diverges, in the longest words that have room.
  private void note(double limit, double from, Box area) {
    var number = Numbers.text(limit);
    var type = brush.muted(12).aligned(Type.Align.RIGHT);
    var words =
        frame.problem().batches() == 1
            ? List.of("diverges above " + number, "limit " + number)
            : List.of(
                "all samples at once: diverges above " + number,
                "full batch: limit " + number,
                "limit " + number);
    words.stream()
        .filter(note -> surface.textWidth(note, type) <= area.right() - from)
        .findFirst()
        .ifPresent(note -> surface.text(note, area.right(), area.y() + look.px(12), type));
  }

  /// The derivative that the step takes; -1 for none.
  private int derivative() {
    return frame.focus() instanceof RegressionFocus.DerivativeTaken(int parameter, _)
        ? parameter
        : -1;
  }

  private double[] values() {
    int parameter = derivative();
    if (parameter < 0) {
      // Of the model that is drawn, which an epoch's update has moved on.
      return RegressionTrainer.pass(frame.problem(), frame.model()).errors();
    }
    var pass = frame.pass().orElseThrow();
    int n = pass.errors().length;
    boolean bias = parameter == frame.problem().dimensions();
    var shares = new double[frame.problem().y().length];
    for (int row = 0; row < n; row++) {
      int sample = pass.samples()[row];
      double carried = bias ? 1 : frame.problem().x()[sample][parameter];
      shares[sample] = 2.0 / n * pass.errors()[row] * carried;
    }
    return shares;
  }

  private void bars(Box area) {
    double[] values = values();
    int parameter = derivative();
    var title =
        parameter < 0
            ? "Errors ŷ − y"
            : "Shares of the gradient of " + RegressionNarration.name(frame, parameter);
    double x = brush.heading(title, area.x(), area.y() + look.px(12));
    var range = Range.of(values);
    double most = Math.max(range.greatest(), -range.least());
    double sum = Arrays.stream(values).sum();
    brush.remark(
        parameter < 0
            ? "the largest %s".formatted(Numbers.text(most))
            : "Σ = %s".formatted(Numbers.text(sum)),
        x + look.px(8),
        area.y() + look.px(12),
        area.right());
    var plot = area.inset(look.px(20), 0, look.px(2), 0);
    var palette = look.palette();
    surface.line(
        plot.x(),
        range.pixel(0, plot),
        plot.right(),
        range.pixel(0, plot),
        new Ink.Stroke(palette.faint(), look.px(1)));
    if (most == 0) {
      return;
    }
    if (values.length > plot.width()) {
      dense(values, range, plot);
    } else {
      single(values, range, plot);
    }
  }

  private void single(double[] values, Range range, Box plot) {
    double pitch = plot.width() / values.length;
    double width = Math.clamp(pitch * 0.7, 1, look.px(14));
    for (int i = 0; i < values.length; i++) {
      double centre = plot.x() + (i + 0.5) * pitch;
      bar(centre, width, values[i], range, plot, scene.opacity(i));
      var element = new OfRow(i);
      if (scene.isLit(i)) {
        surface.rectangle(
            new Box(centre - pitch / 2, plot.y(), pitch, plot.height()),
            look.px(2),
            Ink.stroked(look.palette().accent(), look.px(1.4)));
      }
      shown
          .hits()
          .add(
              element,
              new Box(centre - pitch / 2, plot.y(), pitch, plot.height()),
              "point %d: %s".formatted(i + 1, Numbers.text(values[i])));
    }
  }

  /// Of more samples than pixels, the least and the greatest of each pixel column.
  private void dense(double[] values, Range range, Box plot) {
    int columns = (int) plot.width();
    for (int c = 0; c < columns; c++) {
      double least = 0;
      double greatest = 0;
      int end = (int) ((c + 1L) * values.length / columns);
      for (int i = (int) ((long) c * values.length / columns); i < end; i++) {
        if (Double.isFinite(values[i])) {
          least = Math.min(least, values[i]);
          greatest = Math.max(greatest, values[i]);
        }
      }
      bar(plot.x() + c + 0.5, 1, least, range, plot, 1);
      bar(plot.x() + c + 0.5, 1, greatest, range, plot, 1);
    }
  }

  private void bar(double centre, double width, double to, Range range, Box plot, double opacity) {
    if (!Double.isFinite(to) || to == 0) {
      return;
    }
    double y = range.pixel(to, plot);
    double zero = range.pixel(0, plot);
    var colour = look.palette().category(to > 0 ? 4 : 0).deriveColor(0, 1, 1, opacity);
    surface.rectangle(
        new Box(
            centre - width / 2,
            Math.min(y, zero),
            width,
            Math.max(look.px(0.8), Math.abs(y - zero))),
        0,
        Ink.filled(colour));
  }
}
