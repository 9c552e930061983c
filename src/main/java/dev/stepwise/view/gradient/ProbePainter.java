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
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Rows;
import dev.stepwise.draw.Space;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.gradient.GradientElement.OfLayer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javafx.scene.paint.Color;

/// Draws the probe: a histogram of the activations of each layer for each start, and below the
/// variance by layer.
final class ProbePainter {
  private static final int BINS = 24;
  private static final double RANGE = 3;

  /// What the histograms take of the height.
  private static final double UPPER = 0.56;

  /// The names of the starts beside the histograms, and of the layers above them.
  private static final double NAME = 62;

  private static final double LAYERS = 16;
  private static final double LEAST_COLUMN = 20;

  /// The variance below a histogram.
  private static final double VARIANCE = 16;

  /// The names at the ends of the lines, and how far apart they are.
  private static final double NAMES = 70;

  private static final double PITCH = 15;
  private static final double DOT = 3.4;

  private final Sheet<?> sheet;
  private final Pen pen;
  private final ProbeFrame frame;

  ProbePainter(Sheet<?> sheet, ProbeFrame frame) {
    this.sheet = sheet;
    this.pen = sheet.pen();
    this.frame = frame;
  }

  void paint(Box area) {
    if (!pen.speaks()) {
      variances(area);
      return;
    }
    var body = area.inset(pen.px(Space.GAP));
    double upper = body.height() * UPPER;
    histograms(body.inset(0, 0, body.height() - upper, 0));
    variances(body.inset(upper + pen.px(Space.WIDE), 0, 0, 0));
  }

  private Color colour(Lane lane) {
    return pen.palette()
        .category(
            switch (lane.start()) {
              case SMALL -> 4;
              case XAVIER -> 0;
              case HE -> 2;
              case ZERO -> 7;
            });
  }

  private void histograms(Box area) {
    pen.heading(
        area,
        "Activations by layer",
        "from −3 to 3, the zeros that ReLU makes left out",
        "from −3 to 3, without zeros");
    var below = pen.below(area);
    int columns = frame.problem().layers() + 1;
    double name = pen.px(NAME);
    double width = (below.width() - name) / columns;
    for (int l = 0; l < columns; l++) {
      if (width > pen.px(LEAST_COLUMN) || l % 2 == 0) {
        var head = new Box(below.x() + name + l * width, below.y(), width, pen.px(LAYERS));
        var text = l == 0 ? "input" : Integer.toString(l);
        pen.write(text, head, pen.type(Role.LABEL).centred());
      }
    }
    var body = below.inset(pen.px(LAYERS), 0, 0, 0);
    int lanes = frame.lanes().size();
    var rows = new Rows(body, lanes, body.height() / lanes);
    for (int i = 0; i < lanes; i++) {
      var lane = frame.lanes().get(i);
      var row = rows.row(i);
      pen.write(
          lane.start().title(),
          row.inset(0, row.width() - name, 0, 0),
          pen.type(Role.HEADING).coloured(colour(lane)));
      for (int l = 0; l < columns; l++) {
        var cell = new Box(row.x() + name + l * width, row.y(), width, row.height());
        cell(cell.inset(pen.px(Space.LINE)), lane, l);
      }
    }
  }

  private void cell(Box cell, Lane lane, int layer) {
    var palette = pen.palette();
    double radius = pen.px(Space.TIGHT);
    if (layer >= lane.layers().size()) {
      var dashed = Ink.stroked(palette.faint(), pen.px(Space.HAIR), radius, radius);
      pen.surface().rectangle(cell, radius, dashed);
      return;
    }
    pen.surface().rectangle(cell, radius, Ink.filled(palette.raised()));
    var known = lane.layers().get(layer);
    double line = pen.px(Space.LINE);
    histogram(cell.inset(line, line, pen.px(VARIANCE), line), known, colour(lane));
    var bottom = cell.inset(cell.height() - pen.px(VARIANCE), 0, 0, 0);
    var type = pen.type(Role.DETAIL).coloured(palette.text()).centred();
    var written = Figure.of(pen.surface(), known.variance(), type, bottom.width() - line);
    pen.write(written.text(), bottom, written.type());
    boolean now =
        frame.focus() instanceof ProbeFocus.OneOf(int at, var start)
            && at == layer
            && start == lane.start();
    if (now) {
      pen.frame(cell, palette.accent(), Space.LINE);
    }
    sheet
        .spots()
        .add(
            new OfLayer(lane.start(), layer),
            cell,
            "%s start, layer %d: variance %s"
                .formatted(lane.start().title(), layer, Numbers.text(known.variance())));
  }

  private void histogram(Box plot, Layer layer, Color colour) {
    var counts = new int[BINS];
    long all = 0;
    for (double[] row : layer.activations()) {
      for (double value : row) {
        all++;
        if (value != 0 && Math.abs(value) <= RANGE) {
          int bin = (int) ((value + RANGE) / (2 * RANGE) * BINS);
          counts[Math.min(bin, BINS - 1)]++;
        }
      }
    }
    double most = Math.max(Arrays.stream(counts).max().orElse(0), all / 8.0);
    double width = plot.width() / BINS;
    for (int bin = 0; bin < BINS; bin++) {
      double height = plot.height() * counts[bin] / most;
      if (height > 0) {
        var bar = new Box(plot.x() + bin * width, plot.bottom() - height, width, height);
        pen.surface().rectangle(bar, 0, Ink.filled(colour));
      }
    }
    var ground = pen.stroke(pen.palette().muted(), Space.HAIR);
    pen.surface().line(plot.x(), plot.bottom(), plot.right(), plot.bottom(), ground);
  }

  private void variances(Box area) {
    var axes = new Axes("layer", "");
    var room = pen.speaks() ? pen.below(area).inset(0, pen.px(NAMES), 0, 0) : area;
    double width = frame.problem().width();
    // What the theory says after the last layer of a small start: the axis holds still.
    double lowest = Math.pow(Math.min(1, width * 1e-4 / 2), frame.problem().layers()) * 0.05;
    var plot =
        new PlotFrame(
            axes.inside(room, pen.look()),
            new LinearScale(0, frame.problem().layers()),
            new LogScale(Math.max(lowest, 1e-60), 20));
    pen.heading(
        area,
        "Variance of the activations",
        "logarithmic; a straight line is exponential",
        "logarithmic");
    if (pen.speaks()) {
      axes.draw(pen.surface(), plot, pen.look());
    }
    names(frame.lanes().stream().map(lane -> line(lane, plot)).toList(), plot.box());
  }

  /// Where the line of a lane ends.
  private record End(Lane lane, double x, double y) {}

  private End line(Lane lane, PlotFrame plot) {
    int size = lane.layers().size();
    var xs = new double[size];
    var ys = new double[size];
    for (int l = 0; l < size; l++) {
      xs[l] = plot.pixelX(l);
      double y = plot.pixelY(lane.layers().get(l).variance());
      ys[l] = Double.isNaN(y) ? plot.box().bottom() : Math.min(y, plot.box().bottom());
    }
    var surface = pen.surface();
    surface.line(xs, ys, pen.stroke(colour(lane), Space.LINE));
    for (int l = 0; l < size; l++) {
      surface.circle(xs[l], ys[l], pen.px(DOT), Ink.filled(colour(lane)));
    }
    return new End(lane, xs[size - 1], ys[size - 1]);
  }

  /// The names of the starts beside the ends of their lines, none over another; other lines may go
  /// on behind them.
  private void names(List<End> ends, Box plot) {
    double pitch = pen.px(PITCH);
    var type = pen.type(Role.BODY).bold();
    var sorted = new ArrayList<>(ends);
    sorted.sort(Comparator.comparingDouble(End::y));
    double free = plot.y();
    int below = ends.size();
    for (var end : sorted) {
      below--;
      double lowest = plot.bottom() + pen.px(Space.TIGHT) - below * pitch;
      double baseline = Math.max(free, Math.min(end.y() + type.drop(), lowest));
      var own = type.coloured(colour(end.lane()));
      pen.haloed(end.lane().start().title(), end.x() + pen.px(Space.SMALL), baseline, own);
      free = baseline + pitch;
    }
  }
}
