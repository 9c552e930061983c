package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.Curves;
import dev.stepwise.compute.gradient.Descent;
import dev.stepwise.compute.gradient.NetworkFocus;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.RegressionFocus;
import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.compute.gradient.Series.Prefix;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CurvesMark;
import dev.stepwise.draw.CurvesMark.Curve;
import dev.stepwise.draw.CurvesMark.Part;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Scale;
import dev.stepwise.draw.Sequence;
import dev.stepwise.draw.Space;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.gradient.CurveNotes.Entry;
import dev.stepwise.view.gradient.GradientElement.OfBatchLoss;
import dev.stepwise.view.gradient.GradientElement.OfEpoch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Draws the live losses: of each batch, faint, of each epoch, and of the samples held out.
final class CurvePainter {
  /// By which the chart is zoomed.
  static final String ID = "loss";

  /// A loss so many times the first one is far off.
  private static final double FAR = 50;

  /// On a linear axis so many times the first loss are seen.
  private static final double CAP = 4;

  private static final double REACH = 5;

  /// An arm of the cross where the training was stopped, and how far below the plot's edge it is
  /// where the loss is beyond it.
  private static final double ARM = 5;

  private static final double BELOW = 24;
  private static final double PLATE = 18;

  private final Sheet<?> sheet;
  private final Pen pen;
  private final CurveNotes notes;

  CurvePainter(Sheet<?> sheet) {
    this.sheet = sheet;
    this.pen = sheet.pen();
    this.notes = new CurveNotes(pen);
  }

  /// The numbers of a series, as the mark asks for them.
  record Numbered(Prefix numbers) implements Sequence {
    @Override
    public int size() {
      return numbers.size();
    }

    @Override
    public double at(int index) {
      return numbers.at(index);
    }

    @Override
    public double least(int from, int to) {
      return numbers.least(from, to);
    }

    @Override
    public double most(int from, int to) {
      return numbers.most(from, to);
    }
  }

  /// The inside of the chart in an area; depends on the room alone.
  static Box plotBox(Box area, Look look) {
    return new Axes("epoch", "").inside(area.inset(Pen.head(look), 0, 0, 0), look);
  }

  /// Which part of the chart is seen.
  static Part part(Sheet<?> sheet) {
    var seen = sheet.shown().viewport(ID);
    return new Part(seen.x0(), seen.y0(), seen.x1(), seen.y1());
  }

  /// The losses of a network.
  void paint(NetworkFrame frame, Box area) {
    var curves = frame.moment().curves();
    int batches = frame.problem().batches();
    var palette = pen.palette();
    var held = palette.category(4);
    var shownCurves = new ArrayList<Curve>();
    shownCurves.add(
        new Curve(
            Pen.faded(palette.accent(), batches == 1 ? 1 : 0.45),
            pen.px(batches == 1 ? Space.LINE : Space.HAIR),
            0,
            1.0 / batches,
            new Numbered(curves.batches())));
    if (batches > 1) {
      shownCurves.add(
          new Curve(palette.accent(), pen.px(Space.LINE), 0.5, 1, new Numbered(curves.epochs())));
    }
    shownCurves.add(new Curve(held, pen.px(Space.LINE), 0, 1, new Numbered(curves.held())));
    double first = curves.batches().size() > 0 ? curves.batches().at(0) : 1;
    var legend = new ArrayList<Entry>();
    var training = batches > 1 ? epochLoss(curves) : curves.batches().last();
    if (!Double.isNaN(training)) {
      legend.add(new Entry("training", palette.accent(), Numbers.text(training)));
    }
    if (curves.held().size() > 0) {
      legend.add(new Entry("held-out", held, Numbers.text(curves.held().last())));
    }
    var chart =
        new Chart(
            "cross-entropy",
            shownCurves,
            first,
            legend,
            frame.problem().descent(),
            sheet.shown().choice(GradientView.CURVE).equals(GradientView.LOG_LOSS));
    boolean batch = frame.moment().pass().isPresent();
    double at =
        batch && curves.batches().size() > 0
            ? (curves.batches().size() - 1.0) / batches
            : Double.NaN;
    draw(
        chart,
        area,
        frame.focus() instanceof NetworkFocus.Stopped,
        at,
        curves.batches(),
        1.0 / batches);
  }

  private static double epochLoss(Curves curves) {
    return curves.epochs().size() > 0 ? curves.epochs().last() : curves.batches().last();
  }

  /// A chart of losses.
  ///
  /// @param first the first loss, which says what is far off
  private record Chart(
      String what,
      List<Curve> curves,
      double first,
      List<Entry> legend,
      Descent descent,
      boolean logarithmic) {}

  /// The losses of linear regression: over all samples, before each epoch.
  void paintRegression(RegressionFrame frame, Box area) {
    var losses = frame.losses();
    var problem = frame.problem();
    var accent = pen.palette().accent();
    var curve = new Curve(accent, pen.px(Space.LINE), 0, 1, new Numbered(losses));
    double first = losses.size() > 0 ? losses.at(0) : 1;
    var name = problem.batches() == 1 ? "training" : "all samples";
    var legend =
        losses.size() == 0
            ? List.<Entry>of()
            : List.of(new Entry(name, accent, Numbers.text(losses.last())));
    draw(
        new Chart(
            "mean squared error",
            List.of(curve),
            first,
            legend,
            problem.descent(),
            sheet.shown().choice(GradientView.AXIS).equals(GradientView.LOG)),
        area,
        frame.focus() instanceof RegressionFocus.Stopped,
        losses.size() - 1.0,
        losses,
        1);
  }

  private void draw(
      Chart chart, Box area, boolean stopped, double at, Prefix values, double stepX) {
    // After a divergence a linear axis would show one steep line, and most of the x axis nothing.
    boolean spread = stopped && values.most(0, values.size()) > FAR * chart.first();
    boolean log = spread || chart.logarithmic();
    double cap = log ? Double.POSITIVE_INFINITY : CAP * Math.max(chart.first(), 1e-12);
    double end = stopped ? Math.max(1, values.size() * stepX) : chart.descent().epochs();
    notes.heading(area, "Loss", spread ? "logarithmic" : chart.what(), chart.legend());
    var mark =
        new CurvesMark(
            new Axes("epoch", ""),
            log ? Scale.Kind.LOG : Scale.Kind.LINEAR,
            end,
            0,
            cap,
            chart.curves());
    mark.draw(pen.surface(), pen.below(area), pen.look(), part(sheet));
    var frame = mark.frame(pen.below(area), pen.look(), part(sheet));
    var hits = sheet.shown().hits();
    hits.zoomable(ID, frame.box());
    hits.track(
        frame.box(),
        pixel ->
            new OfEpoch(Math.clamp(Math.round(frame.dataX(pixel)), 0, chart.descent().epochs())));
    notes.rates(chart.descent(), frame, frame.box().y() + pen.px(Space.GAP));
    if (values.size() == 0) {
      pen.write("measured from the first batch on", frame.box(), pen.type(Role.NOTE).centred());
      return;
    }
    overflow(values, cap, frame);
    current(values, at, stepX, frame, stopped);
    hits.add(new LossLookup(values, stepX, frame, pen.px(REACH)));
  }

  /// Says that values lie above the chart.
  private void overflow(Prefix values, double cap, PlotFrame frame) {
    double most = values.most(0, values.size());
    if (most > cap * 1.05) {
      var type = pen.type(Role.NOTE).bold().coloured(pen.palette().alarm());
      double left = frame.box().x() + pen.px(Space.TIGHT);
      pen.haloed("↑ up to " + Numbers.text(most), left, frame.box().y() + type.size(), type);
    }
  }

  private void current(Prefix values, double at, double stepX, PlotFrame frame, boolean stopped) {
    int last = values.size() - 1;
    double x = frame.pixelX(Double.isNaN(at) ? last * stepX : at);
    double y = frame.pixelY(values.at(last));
    var box = frame.box();
    boolean off = Double.isNaN(y) || y < box.y();
    if (x < box.x() - 1 || x > box.right() + 1) {
      return;
    }
    if (stopped || (off && !Double.isFinite(values.at(last)))) {
      double centre = off ? box.y() + pen.px(BELOW) : Math.max(box.y() + pen.px(ARM), y);
      stopped("stopped at " + Numbers.text(values.at(last)), x, centre, box);
    } else if (!off && y <= box.bottom()) {
      notes.dot(x, y, pen.palette().accent());
    }
  }

  /// A cross, and the words beside it on a ground, since curves may lie behind them.
  private void stopped(String words, double x, double y, Box plot) {
    double arm = pen.px(ARM);
    var colour = pen.palette().alarm();
    var stroke = pen.stroke(colour, Space.LINE);
    pen.surface().line(x - arm, y - arm, x + arm, y + arm, stroke);
    pen.surface().line(x - arm, y + arm, x + arm, y - arm, stroke);
    var type = pen.type(Role.NOTE).bold().coloured(colour);
    double width = pen.width(words, type) + pen.px(Space.SMALL);
    double apart = arm + pen.px(Space.TIGHT);
    double left = x > plot.centreX() ? x - apart - width : x + apart;
    double height = pen.px(PLATE);
    var plate = new Box(left, y - height / 2, width, height);
    pen.plate(words, plate, type, pen.palette().background(), Space.HAIR);
  }

  private record LossLookup(Prefix values, double stepX, PlotFrame frame, double radius)
      implements Hits.Lookup {
    @Override
    public Optional<Hits.Hit> at(double x, double y) {
      if (!frame.box().contains(x, y)) {
        return Optional.empty();
      }
      long nearest = Math.round(frame.dataX(x) / stepX);
      return hit((int) Math.clamp(nearest, 0, values.size() - 1L));
    }

    @Override
    public Optional<Hits.Hit> of(Element element) {
      return element instanceof OfBatchLoss(int index) && index < values.size()
          ? hit(index)
          : Optional.empty();
    }

    private Optional<Hits.Hit> hit(int index) {
      double x = frame.pixelX(index * stepX);
      double y = frame.pixelY(values.at(index));
      double shownY =
          Double.isNaN(y) ? frame.box().y() : Math.clamp(y, frame.box().y(), frame.box().bottom());
      return Optional.of(
          new Hits.Hit(
              new OfBatchLoss(index),
              new Box(x - radius, shownY - radius, 2 * radius, 2 * radius),
              "loss %s".formatted(Numbers.text(values.at(index)))));
    }
  }
}
