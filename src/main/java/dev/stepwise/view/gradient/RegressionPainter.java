package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.compute.gradient.RegressionFrame.Focus;
import dev.stepwise.compute.gradient.RegressionFrame.Pass;
import dev.stepwise.compute.gradient.RegressionNarration;
import dev.stepwise.compute.gradient.Series.Prefix;
import dev.stepwise.compute.gradient.regression.LinearModel;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.view.Shown;
import dev.stepwise.view.gradient.GradientElement.OfRow;
import dev.stepwise.view.gradient.GradientElement.OfWeight;
import dev.stepwise.view.marks.Axes;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.LinearScale;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.PlotFrame;
import dev.stepwise.view.marks.Surface;
import dev.stepwise.view.marks.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Draws linear regression: the data with the line (or, in more dimensions, predictions against
/// truth), the loss surface with the path across it, the parameters and the loss.
final class RegressionPainter {
  private static final double HEAD = 22;
  private static final int MOST_RESIDUALS = 400;

  /// Samples that are not in the batch.
  private static final double FADED = 0.25;

  private final BowlPainter bowl;
  private final Brush brush;
  private final Surface surface;
  private final Look look;
  private final Shown<?> shown;
  private final RegressionFrame frame;

  RegressionPainter(BowlPainter bowl, Brush brush, Shown<?> shown, RegressionFrame frame) {
    this.bowl = bowl;
    this.brush = brush;
    this.surface = brush.surface();
    this.look = brush.look();
    this.shown = shown;
    this.frame = frame;
  }

  /// Where the data are; depends on the problem and the room alone.
  static Box dataBox(Look look, Box area) {
    if (look.density() == Look.Density.THUMBNAIL) {
      return area;
    }
    var body = body(look, area);
    return new Box(body.x(), body.y(), (body.width() - gap(look)) / 2, upper(look, body));
  }

  private static Box body(Look look, Box area) {
    return area.inset(look.px(12), look.px(14), look.px(10), look.px(14));
  }

  private static double gap(Look look) {
    return look.px(18);
  }

  private static double upper(Look look, Box body) {
    return Math.max(look.px(120), (body.height() - gap(look)) * 0.62);
  }

  void paint(Box area) {
    var data = dataBox(look, area);
    data(data);
    if (look.density() == Look.Density.THUMBNAIL) {
      return;
    }
    var body = body(look, area);
    var right = new Box(data.right() + gap(look), body.y(), data.width(), data.height());
    surface(right);
    var curve = curveBox(look, area);
    parameters(new Box(body.x(), curve.y(), curve.x() - gap(look) - body.x(), curve.height()));
    new CurvePainter(brush, shown).paintRegression(frame, curve);
  }

  /// Where the loss is; depends on the room alone.
  static Box curveBox(Look look, Box area) {
    var body = body(look, area);
    double top = body.y() + upper(look, body) + gap(look);
    double left = body.x() + Math.min(look.px(330), body.width() * 0.42) + gap(look);
    return new Box(left, top, body.right() - left, body.bottom() - top);
  }

  private LinearModel model() {
    var now =
        frame.focus() instanceof Focus.Predicted || frame.focus() instanceof Focus.SamplePredicted
            ? frame.pass().map(Pass::at).orElse(frame.model())
            : frame.model();
    if (shown.progress() < 1
        && shown.before().isPresent()
        && shown.before().get().frame() instanceof RegressionFrame earlier
        && earlier.model().weights().length == now.weights().length) {
      var from = earlier.model();
      var weights = now.weights().clone();
      for (int j = 0; j < weights.length; j++) {
        weights[j] = mixed(from.weights()[j], weights[j]);
      }
      return new LinearModel(weights, mixed(from.bias(), now.bias()));
    }
    return now;
  }

  private double mixed(double from, double to) {
    return from + shown.progress() * (to - from);
  }

  /// The frame of the data; its axes hold still while the model moves.
  static PlotFrame plot(double[][] x, double[] y, Look look, Box area) {
    boolean flat = x[0].length == 1;
    var axes = axes(flat ? Kind.LINE : Kind.PREDICTIONS);
    boolean thumbnail = look.density() == Look.Density.THUMBNAIL;
    var inside = axes.inside(thumbnail ? area : area.inset(look.px(HEAD - 6), 0, 0, 0), look);
    var up = LinearScale.over(withZero(y), 0.12);
    return new PlotFrame(inside, flat ? LinearScale.over(PlanePainter.column(x, 0), 0.08) : up, up);
  }

  /// What the picture of the data is.
  private enum Kind {
    LINE,
    PREDICTIONS
  }

  private static Axes axes(Kind kind) {
    return switch (kind) {
      case LINE -> new Axes("x₀", "y");
      case PREDICTIONS -> new Axes("true y", "predicted y");
    };
  }

  private static double[] withZero(double[] values) {
    return DoubleStream.concat(Arrays.stream(values), DoubleStream.of(0)).toArray();
  }

  private void data(Box area) {
    double[][] x = frame.problem().x();
    double[] y = frame.problem().y();
    boolean flat = x[0].length == 1;
    var plot = plot(x, y, look, area);
    if (look.density() != Look.Density.THUMBNAIL) {
      double end =
          brush.heading(
              flat ? "Data and line" : "Predicted against true", area.x(), area.y() + look.px(12));
      brush.remark(
          flat ? "" : "on the line = right",
          end + look.px(8),
          area.y() + look.px(12),
          area.right());
      axes(flat ? Kind.LINE : Kind.PREDICTIONS).draw(surface, plot, look);
    }
    var at = model();
    surface.clipped(plot.box(), () -> points(plot, at, flat));
  }

  private void points(PlotFrame plot, LinearModel at, boolean flat) {
    double[][] x = frame.problem().x();
    double[] y = frame.problem().y();
    var palette = look.palette();
    double from = plot.x().from();
    double to = plot.x().to();
    var line = new Ink.Stroke(flat ? palette.accent() : palette.muted(), look.px(flat ? 2.4 : 1.6));
    surface.line(
        plot.pixelX(from),
        bounded(plot.pixelY(flat ? at.predict(new double[] {from}) : from)),
        plot.pixelX(to),
        bounded(plot.pixelY(flat ? at.predict(new double[] {to}) : to)),
        line);
    var lit = shown.lit();
    int focus = frame.focus() instanceof Focus.SamplePredicted(int i) ? i : -1;
    boolean residuals = y.length <= MOST_RESIDUALS;
    var batch = frame.problem().batches() == 1 ? Optional.<Pass>empty() : frame.pass();
    var members = batch.map(pass -> members(pass.samples(), y.length));
    for (int i = 0; i < y.length; i++) {
      double predicted = at.predict(x[i]);
      double px = plot.pixelX(flat ? x[i][0] : y[i]);
      double py = plot.pixelY(flat ? y[i] : predicted);
      double other = bounded(plot.pixelY(flat ? predicted : y[i]));
      boolean now = i == focus || isLit(lit, i);
      double opacity = members.isEmpty() || members.get()[i] ? 1 : FADED;
      if (residuals && !Double.isNaN(py)) {
        var stroke =
            new Ink.Stroke(
                now ? palette.alarm() : palette.alarm().deriveColor(0, 1, 1, 0.3 * opacity),
                look.px(now ? 2.4 : 1.1));
        surface.line(px, bounded(py), px, other, stroke);
      }
      if (!Double.isNaN(py)) {
        var colour = palette.category(0).deriveColor(0, 1, 1, opacity);
        surface.circle(
            px,
            bounded(py),
            look.px(now ? 6 : 4),
            Ink.filled(colour).withStroke(palette.background(), look.px(0.8)));
      }
      double reach = look.px(7);
      shown
          .hits()
          .add(
              new OfRow(i),
              new Box(px - reach, py - reach, 2 * reach, 2 * reach),
              "point %d: predicted %s".formatted(i + 1, Numbers.text(predicted)));
    }
  }

  private static boolean[] members(int[] samples, int n) {
    var members = new boolean[n];
    for (int sample : samples) {
      members[sample] = true;
    }
    return members;
  }

  private static boolean isLit(Set<dev.stepwise.view.marks.Element> lit, int row) {
    return lit.contains(new OfRow(row));
  }

  private static double bounded(double pixel) {
    return Double.isNaN(pixel) ? -1e5 : Math.clamp(pixel, -1e5, 1e5);
  }

  private void surface(Box area) {
    int[] tracked = frame.problem().tracked();
    boolean weights =
        tracked.length == 3 && shown.choice(GradientView.PLANE).equals(GradientView.TWO_WEIGHTS);
    int first = 0;
    int second = weights ? 1 : tracked.length - 1;
    int across = tracked[first];
    int up = tracked[second];
    double end = brush.heading("Loss surface", area.x(), area.y() + look.px(12));
    brush.remark(
        tracked.length == 3 ? "the others as they are now" : "one contour a factor of 2",
        end + look.px(8),
        area.y() + look.px(12),
        area.right());
    var axes =
        new Axes(RegressionNarration.name(frame, across), RegressionNarration.name(frame, up));
    var inside = axes.inside(area.inset(look.px(HEAD - 6), 0, 0, 0), look);
    var bottom = frame.bowl().bottom();
    // The start and the bottom, with as much room around them again: it holds still.
    var plot = new PlotFrame(inside, around(across), around(up));
    bowl.draw(surface, plot, frame, across, up, look);
    axes.draw(surface, plot, look);
    surface.clipped(
        plot.box(),
        () -> path(plot, first, second, bottom.parameter(across), bottom.parameter(up)));
  }

  /// Around the start and the lowest value of a parameter, and not narrower than what changes the
  /// predictions by a third of the targets' spread.
  private LinearScale around(int parameter) {
    double bottom = frame.bowl().bottom().parameter(parameter);
    double reach = Math.max(Math.abs(bottom), frame.bowl().scales()[parameter] / 3);
    return new LinearScale(Math.min(0, bottom) - 0.8 * reach, Math.max(0, bottom) + 0.8 * reach);
  }

  private void path(PlotFrame plot, int first, int second, double bottomX, double bottomY) {
    var across = frame.path().get(first);
    var up = frame.path().get(second);
    int all = across.size();
    int batches = frame.problem().batches();
    var palette = look.palette();
    int[] ends = IntStream.range(0, all).filter(i -> i % batches == 0 || i == all - 1).toArray();
    int size = ends.length;
    var xs = IntStream.of(ends).mapToDouble(i -> bounded(plot.pixelX(across.at(i)))).toArray();
    var ys = IntStream.of(ends).mapToDouble(i -> bounded(plot.pixelY(up.at(i)))).toArray();
    if (shown.progress() < 1
        && size > 1
        && shown.before().isPresent()
        && shown.before().get().frame() instanceof RegressionFrame earlier
        && earlier.path().getFirst().size() < all) {
      xs[size - 1] = xs[size - 2] + shown.progress() * (xs[size - 1] - xs[size - 2]);
      ys[size - 1] = ys[size - 2] + shown.progress() * (ys[size - 1] - ys[size - 2]);
    }
    if (batches > 1) {
      batchPath(plot, across, up, Math.max(0, frame.epoch() - 1) * batches);
    }
    double arm = look.px(6);
    double bx = plot.pixelX(bottomX);
    double by = plot.pixelY(bottomY);
    var cross = new Ink.Stroke(palette.text(), look.px(1.8));
    surface.line(bx - arm, by, bx + arm, by, cross);
    surface.line(bx, by - arm, bx, by + arm, cross);
    if (size > 1) {
      surface.line(xs, ys, new Ink.Stroke(palette.alarm(), look.px(2)));
    }
    int stride = Math.max(1, size / 200);
    for (int i = 0; i < size - 1; i += stride) {
      surface.circle(xs[i], ys[i], look.px(2.4), Ink.filled(palette.alarm()));
    }
    surface.circle(
        xs[size - 1],
        ys[size - 1],
        look.px(6),
        Ink.filled(palette.alarm()).withStroke(palette.background(), look.px(1.8)));
    lowest(plot, bx, by);
  }

  /// The way of the epoch's batches, thin.
  private void batchPath(PlotFrame plot, Prefix across, Prefix up, int from) {
    int count = Math.max(0, across.size() - from);
    var xs = new double[count];
    var ys = new double[count];
    for (int i = 0; i < count; i++) {
      xs[i] = bounded(plot.pixelX(across.at(from + i)));
      ys[i] = bounded(plot.pixelY(up.at(from + i)));
    }
    if (count > 1) {
      surface.line(xs, ys, new Ink.Stroke(look.palette().text(), look.px(1)));
    }
  }

  /// The word beside the cross, on a plate because the path may lie behind it.
  private void lowest(PlotFrame plot, double x, double y) {
    var type = brush.mono(11);
    double width = surface.textWidth("lowest", type);
    boolean fits = x + look.px(12) + width <= plot.box().right();
    double left = fits ? x + look.px(9) : x - look.px(9) - width;
    var plate = new Box(left - look.px(3), y - look.px(20), width + look.px(6), look.px(15));
    surface.rectangle(
        plate, look.px(3), Ink.filled(look.palette().background().deriveColor(0, 1, 1, 0.8)));
    surface.text("lowest", left, y - look.px(9), type);
  }

  private void parameters(Box area) {
    brush.heading("Parameters", area.x(), area.y() + look.px(12));
    int d = frame.problem().dimensions();
    boolean gradient =
        frame.pass().isPresent()
            && !(frame.focus() instanceof Focus.Predicted
                || frame.focus() instanceof Focus.SamplePredicted
                || frame.focus() instanceof Focus.LossMeasured);
    double[] columns = {
      area.x() + area.width() * 0.38, area.x() + area.width() * 0.63, area.x() + area.width() * 0.97
    };
    var exact = frame.bowl().bottom();
    var head = brush.muted(11.5).aligned(Type.Align.RIGHT);
    double top = area.y() + look.px(32);
    surface.text("value", columns[0], top, head);
    surface.text("lowest", columns[1], top, head);
    surface.text("gradient", columns[2], top, head);
    double pitch = look.px(23);
    int shownRows = Math.min(d + 1, Math.max(1, (int) ((area.bottom() - top) / pitch)));
    double end = top + shownRows * pitch + look.px(12);
    new ErrorsPainter(brush, shown, frame).paint(area.inset(end - area.y(), 0, 0, 0));
    for (int j = 0; j < shownRows; j++) {
      // The bias comes last, even where some weights have no room.
      int parameter = j == shownRows - 1 ? d : j;
      double baseline = top + (j + 1) * pitch;
      var element = new OfWeight(parameter);
      var box = new Box(area.x(), baseline - pitch * 0.75, area.width(), pitch);
      boolean now =
          (frame.focus() instanceof Focus.DerivativeTaken(int at) && at == parameter)
              || shown.picked().filter(element::equals).isPresent();
      if (now) {
        surface.rectangle(
            box, look.px(4), Ink.filled(look.palette().accent().deriveColor(0, 1, 1, 0.14)));
      }
      surface.text(
          RegressionNarration.name(frame, parameter),
          area.x() + look.px(6),
          baseline,
          new Type(Type.Face.MEDIUM, look.px(13), look.palette().text()));
      surface.text(
          Numbers.text(frame.model().parameter(parameter)),
          columns[0],
          baseline,
          brush.mono(13).aligned(Type.Align.RIGHT));
      surface.text(
          Numbers.text(exact.parameter(parameter)),
          columns[1],
          baseline,
          brush.mono(13).coloured(look.palette().muted()).aligned(Type.Align.RIGHT));
      if (gradient) {
        surface.text(
            Numbers.text(frame.pass().orElseThrow().gradient().parameter(parameter)),
            columns[2],
            baseline,
            brush.mono(13).aligned(Type.Align.RIGHT));
      }
      shown.hits().add(element, box, RegressionNarration.name(frame, parameter));
    }
  }
}
