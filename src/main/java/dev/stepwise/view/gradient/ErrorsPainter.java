package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.RegressionFocus;
import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.compute.gradient.RegressionNarration;
import dev.stepwise.compute.gradient.RegressionTrainer;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.view.gradient.GradientElement.OfRow;
import java.util.Arrays;

/// Draws what moves the model, below its parameters: the rate beside the one above which the
/// descent diverges, and the error of each sample, or its share of the derivative that the step
/// takes.
final class ErrorsPainter {
  /// With less height there is nothing of it.
  static final double LEAST = 36;

  private static final double GAUGE = 48;
  private static final double TRACK = 9;
  private static final double LEAST_BARS = 58;
  private static final double THICKEST_BAR = 14;

  /// What a bar fills of its column.
  private static final double FILLED = 0.7;

  private final RegressionScene scene;
  private final Pen pen;
  private final RegressionFrame frame;

  ErrorsPainter(RegressionScene scene) {
    this.scene = scene;
    this.pen = scene.pen();
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
    double gauge = pen.px(GAUGE);
    if (area.height() < pen.px(LEAST)) {
      return;
    }
    rate(new Box(area.x(), area.y(), area.width(), gauge));
    if (area.height() >= gauge + pen.px(LEAST_BARS)) {
      bars(area.inset(gauge, 0, 0, 0));
    }
  }

  private void rate(Box area) {
    double rate = frame.problem().descent().rateIn(Math.max(1, frame.epoch()));
    double limit = frame.bowl().largestRate();
    boolean over = rate > limit;
    var palette = pen.palette();
    var title = pen.type(Role.HEADING).coloured(over ? palette.alarm() : palette.text());
    pen.heading(area, "Rate " + Numbers.text(rate), title, limit(Numbers.text(limit)));
    var below = pen.below(area);
    double height = pen.px(TRACK);
    var track = new Box(area.x(), below.y(), area.width(), height);
    double most = Math.max(1.25 * limit, Math.min(1.1 * rate, 2 * limit));
    pen.surface().rectangle(track, height / 2, Ink.filled(palette.faint()));
    double filled = track.width() * Math.min(1, rate / most);
    if (filled >= 1) {
      pen.surface()
          .rectangle(
              new Box(track.x(), track.y(), filled, height),
              Math.min(height, filled) / 2,
              Ink.filled(over ? palette.alarm() : palette.accent()));
    }
    double at = track.x() + track.width() * limit / most;
    double beyond = pen.px(Space.TIGHT);
    pen.surface()
        .line(
            at,
            track.y() - beyond,
            at,
            track.bottom() + beyond,
            pen.stroke(palette.text(), Space.LINE));
  }

  /// From which rate on the descent diverges, in fewer and fewer words. It is that of the right
  /// way, whatever mistake is made.
  private String[] limit(String number) {
    var shortest = "limit " + number;
    if (frame.problem().isMistaken()) {
      return new String[] {"done right, it diverges above " + number, "done right: " + shortest};
    }
    return frame.problem().batches() == 1
        ? new String[] {"diverges above " + number, shortest}
        : new String[] {
          "all samples at once: diverges above " + number, "full batch: limit " + number, shortest
        };
  }

  /// The derivative that the step takes; -1 for none.
  private int derivative() {
    return frame.focus() instanceof RegressionFocus.DerivativeTaken(int parameter, _)
        ? parameter
        : -1;
  }

  private double[] values(int derivative) {
    if (derivative < 0) {
      // Of the model that is drawn, which an epoch's update has moved on.
      return RegressionTrainer.pass(frame.problem(), frame.model()).errors();
    }
    int[] samples = frame.pass().orElseThrow().samples();
    var shares = new double[frame.problem().y().length];
    for (int row = 0; row < samples.length; row++) {
      shares[samples[row]] = frame.share(row, derivative);
    }
    return shares;
  }

  private void bars(Box area) {
    int derivative = derivative();
    double[] values = values(derivative);
    var range = Range.of(values);
    double most = Math.max(range.greatest(), -range.least());
    if (derivative < 0) {
      pen.heading(area, "Errors ŷ − y", "the largest " + Numbers.text(most));
    } else {
      var name = RegressionNarration.name(frame, derivative);
      double sum = Arrays.stream(values).sum();
      pen.heading(area, "Shares of the gradient of " + name, "Σ = " + Numbers.text(sum));
    }
    var plot = pen.below(area).inset(0, 0, pen.px(Space.LINE), 0);
    pen.rule(plot.x(), plot.right(), range.pixel(0, plot));
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
    double width = Math.clamp(pitch * FILLED, 1, pen.px(THICKEST_BAR));
    for (int i = 0; i < values.length; i++) {
      var column = new Box(plot.x() + i * pitch, plot.y(), pitch, plot.height());
      bar(column.centreX(), width, values[i], range, plot, scene.opacity(i));
      if (scene.isLit(i)) {
        pen.frame(column, pen.palette().accent(), Space.HAIR);
      }
      scene
          .sheet()
          .shown()
          .hits()
          .add(new OfRow(i), column, "point %d: %s".formatted(i + 1, Numbers.text(values[i])));
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
    var colour = Pen.faded(pen.palette().category(to > 0 ? 4 : 0), opacity);
    double height = Math.max(pen.px(Space.HAIR), Math.abs(y - zero));
    pen.surface()
        .rectangle(
            new Box(centre - width / 2, Math.min(y, zero), width, height), 0, Ink.filled(colour));
  }
}
