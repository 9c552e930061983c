package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.ProbeFocus;
import dev.stepwise.compute.gradient.ProbeFrame;
import dev.stepwise.compute.gradient.ProbeFrame.Lane;
import dev.stepwise.compute.gradient.probe.Layer;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Figure;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.LogScale;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.Shown;
import dev.stepwise.view.gradient.GradientElement.OfLayer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.paint.Color;

/// Draws the probe: a histogram of the activations of each layer for each start, and below the
/// variance by layer.
final class ProbePainter {
  private static final int BINS = 24;
  private static final double RANGE = 3;

  private final Brush brush;
  private final Surface surface;
  private final Look look;
  private final Shown<?> shown;
  private final ProbeFrame frame;

  ProbePainter(Brush brush, Shown<?> shown, ProbeFrame frame) {
    this.brush = brush;
    this.surface = brush.surface();
    this.look = brush.look();
    this.shown = shown;
    this.frame = frame;
  }

  void paint(Box area) {
    if (look.density() == Look.Density.THUMBNAIL) {
      variances(area);
      return;
    }
    var body = area.inset(look.px(12), look.px(14), look.px(10), look.px(14));
    double grid = body.height() * 0.56;
    histograms(new Box(body.x(), body.y(), body.width(), grid));
    double top = body.y() + grid + look.px(16);
    variances(new Box(body.x(), top, body.width(), body.bottom() - top));
  }

  private Color colour(Lane lane) {
    return look.palette()
        .category(
            switch (lane.start()) {
              case SMALL -> 4;
              case XAVIER -> 0;
              case HE -> 2;
              case ZERO -> 7;
            });
  }

  private void histograms(Box area) {
    double end = brush.heading("Activations by layer", area.x(), area.y() + look.px(12));
    brush.remark(
        "from −3 to 3, the zeros that ReLU makes left out",
        end + look.px(8),
        area.y() + look.px(12),
        area.right());
    int columns = frame.problem().layers() + 1;
    double label = look.px(62);
    double width = (area.width() - label) / columns;
    double top = area.y() + look.px(38);
    double height = (area.bottom() - top) / frame.lanes().size();
    var head = brush.muted(11).aligned(Type.Align.CENTRE);
    for (int l = 0; l < columns; l++) {
      if (width > look.px(20) || l % 2 == 0) {
        surface.text(
            l == 0 ? "input" : Integer.toString(l),
            area.x() + label + (l + 0.5) * width,
            top - look.px(6),
            head);
      }
    }
    for (int i = 0; i < frame.lanes().size(); i++) {
      var lane = frame.lanes().get(i);
      var row = new Box(area.x(), top + i * height, area.width(), height);
      surface.text(
          lane.start().title(),
          row.x(),
          row.centreY() + look.px(4),
          new Type(Type.Face.BOLD, look.px(13), colour(lane)));
      for (int l = 0; l < columns; l++) {
        var cell = new Box(area.x() + label + l * width, row.y(), width, height).inset(look.px(3));
        var known = l < lane.layers().size();
        surface.rectangle(
            cell,
            look.px(3),
            known
                ? Ink.filled(look.palette().raised())
                : Ink.stroked(look.palette().faint(), look.px(1), look.px(3), look.px(3)));
        if (known) {
          histogram(cell, lane, l);
        }
      }
    }
  }

  private void histogram(Box cell, Lane lane, int layer) {
    var counts = new int[BINS];
    Layer known = lane.layers().get(layer);
    long all = 0;
    for (double[] row : known.activations()) {
      for (double value : row) {
        all++;
        if (value != 0 && Math.abs(value) <= RANGE) {
          int bin = (int) ((value + RANGE) / (2 * RANGE) * BINS);
          counts[Math.min(bin, BINS - 1)]++;
        }
      }
    }
    double text = look.px(15);
    var plot = cell.inset(look.px(3), look.px(2), text, look.px(2));
    double most = 0;
    for (int count : counts) {
      most = Math.max(most, count);
    }
    most = Math.max(most, all / 8.0);
    double bar = plot.width() / BINS;
    for (int bin = 0; bin < BINS; bin++) {
      double height = plot.height() * counts[bin] / most;
      if (height > 0) {
        surface.rectangle(
            new Box(plot.x() + bin * bar, plot.bottom() - height, bar, height),
            0,
            Ink.filled(colour(lane)));
      }
    }
    surface.line(
        plot.x(),
        plot.bottom(),
        plot.right(),
        plot.bottom(),
        new Ink.Stroke(look.palette().muted(), 1));
    var element = new OfLayer(lane.start(), layer);
    var type = brush.mono(11).aligned(Type.Align.CENTRE);
    var written = Figure.of(surface, known.variance(), type, cell.width());
    surface.text(written.text(), cell.centreX(), cell.bottom() - look.px(4), written.type());
    boolean now =
        shown.picked().filter(element::equals).isPresent()
            || (frame.focus() instanceof ProbeFocus.OneOf(int at, var start)
                && at == layer
                && start == lane.start());
    if (now) {
      surface.rectangle(cell, look.px(3), Ink.stroked(look.palette().accent(), look.px(2)));
    }
    shown
        .hits()
        .add(
            element,
            cell,
            "%s start, layer %d: variance %s"
                .formatted(lane.start().title(), layer, Numbers.text(known.variance())));
  }

  private void variances(Box area) {
    boolean thumbnail = look.density() == Look.Density.THUMBNAIL;
    var axes = new Axes("layer", "");
    var inside = axes.inside(thumbnail ? area : area.inset(look.px(22), look.px(70), 0, 0), look);
    double width = frame.problem().width();
    // What the theory says after the last layer of a small start: the axis holds still.
    double lowest = Math.pow(Math.min(1, width * 1e-4 / 2), frame.problem().layers()) * 0.05;
    var plot =
        new PlotFrame(
            inside,
            new LinearScale(0, frame.problem().layers()),
            new LogScale(Math.max(lowest, 1e-60), 20));
    if (!thumbnail) {
      double end = brush.heading("Variance of the activations", area.x(), area.y() + look.px(12));
      brush.remark(
          "logarithmic; a straight line is exponential",
          end + look.px(8),
          area.y() + look.px(12),
          area.right());
      axes.draw(surface, plot, look);
    }
    var ends = new ArrayList<End>();
    for (var lane : frame.lanes()) {
      int size = lane.layers().size();
      var xs = new double[size];
      var ys = new double[size];
      for (int l = 0; l < size; l++) {
        xs[l] = plot.pixelX(l);
        double y = plot.pixelY(lane.layers().get(l).variance());
        ys[l] = Double.isNaN(y) ? plot.box().bottom() : Math.min(y, plot.box().bottom());
      }
      surface.line(xs, ys, new Ink.Stroke(colour(lane), look.px(2.4)));
      for (int l = 0; l < size; l++) {
        surface.circle(xs[l], ys[l], look.px(3.4), Ink.filled(colour(lane)));
      }
      ends.add(new End(lane, xs[size - 1], ys[size - 1]));
    }
    if (!thumbnail) {
      names(ends, plot.box());
    }
  }

  /// Where the line of a lane ends.
  private record End(Lane lane, double x, double y) {}

  /// Names lines at their ends; of those that end together each in a row of its own.
  private void names(List<End> ends, Box box) {
    double row = look.px(15);
    double free = box.y();
    int below = ends.size();
    for (var end : ends.stream().sorted(Comparator.comparingDouble(End::y)).toList()) {
      below--;
      double lowest = box.bottom() + look.px(4) - below * row;
      double baseline = Math.max(free, Math.min(end.y() + look.px(4), lowest));
      surface.text(
          end.lane().start().title(),
          end.x() + look.px(8),
          baseline,
          new Type(Type.Face.BOLD, look.px(12.5), colour(end.lane())));
      free = baseline + row;
    }
  }
}
