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
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Scale;
import dev.stepwise.draw.Sequence;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.Shown;
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

  private static final double HEAD = 22;
  private static final double FAR = 50;

  private final Brush brush;
  private final Surface surface;
  private final Look look;
  private final Shown<?> shown;

  CurvePainter(Brush brush, Shown<?> shown) {
    this.brush = brush;
    this.surface = brush.surface();
    this.look = brush.look();
    this.shown = shown;
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
    return new Axes("epoch", "").inside(area.inset(look.px(HEAD), 0, 0, 0), look);
  }

  /// The losses of a network.
  void paint(NetworkFrame frame, Box area) {
    var curves = frame.moment().curves();
    int batches = frame.problem().batches();
    var palette = look.palette();
    var held = palette.category(4);
    var shownCurves = new ArrayList<Curve>();
    shownCurves.add(
        new Curve(
            palette.accent().deriveColor(0, 1, 1, batches == 1 ? 1 : 0.45),
            look.px(batches == 1 ? 2 : 1),
            0,
            1.0 / batches,
            new Numbered(curves.batches())));
    if (batches > 1) {
      shownCurves.add(
          new Curve(palette.accent(), look.px(2), 0.5, 1, new Numbered(curves.epochs())));
    }
    shownCurves.add(new Curve(held, look.px(1.8), 0, 1, new Numbered(curves.held())));
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
            shown.choice(GradientView.CURVE).equals(GradientView.LOG_LOSS));
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
    var accent = look.palette().accent();
    var curve = new Curve(accent, look.px(2), 0, 1, new Numbered(losses));
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
            shown.choice(GradientView.AXIS).equals(GradientView.LOG)),
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
    double cap = log ? Double.POSITIVE_INFINITY : 4 * Math.max(chart.first(), 1e-12);
    double end = stopped ? Math.max(1, values.size() * stepX) : chart.descent().epochs();
    double x = brush.heading("Loss", area.x(), area.y() + look.px(12));
    var notes = new CurveNotes(brush);
    notes.legend(chart.legend(), spread ? "logarithmic" : chart.what(), x + look.px(10), area);
    var mark =
        new CurvesMark(
            new Axes("epoch", ""),
            log ? Scale.Kind.LOG : Scale.Kind.LINEAR,
            end,
            0,
            cap,
            chart.curves());
    var below = area.inset(look.px(HEAD), 0, 0, 0);
    var viewport = shown.viewport(ID);
    var part = new Part(viewport.x0(), viewport.y0(), viewport.x1(), viewport.y1());
    mark.draw(surface, below, look, part);
    var frame = mark.frame(below, look, part);
    shown.hits().zoomable(ID, frame.box());
    shown
        .hits()
        .track(
            frame.box(),
            pixel ->
                new OfEpoch(
                    Math.clamp(Math.round(frame.dataX(pixel)), 0, chart.descent().epochs())));
    notes.rates(chart.descent(), frame, frame.box().y() + look.px(12));
    if (values.size() == 0) {
      surface.text(
          "measured from the first batch on",
          frame.box().centreX(),
          frame.box().centreY(),
          brush.muted(12).aligned(Type.Align.CENTRE));
      return;
    }
    overflow(values, cap, frame);
    current(values, at, stepX, frame, stopped);
    shown.hits().add(new LossLookup(values, stepX, frame, look.px(5)));
  }

  /// Says that values lie above the chart.
  private void overflow(Prefix values, double cap, PlotFrame frame) {
    double most = values.most(0, values.size());
    if (most > cap * 1.05) {
      surface.text(
          "↑ up to " + Numbers.text(most),
          frame.box().x() + look.px(6),
          frame.box().y() + look.px(13),
          new Type(Type.Face.MEDIUM, look.px(12), look.palette().alarm()));
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
      double arm = look.px(5);
      double top = off ? box.y() + look.px(24) : Math.max(box.y() + arm, y);
      var stroke = new Ink.Stroke(look.palette().alarm(), look.px(2.4));
      surface.line(x - arm, top - arm, x + arm, top + arm, stroke);
      surface.line(x - arm, top + arm, x + arm, top - arm, stroke);
      var type =
          new Type(Type.Face.MEDIUM, look.px(12), look.palette().alarm())
              .aligned(x > box.centreX() ? Type.Align.RIGHT : Type.Align.LEFT);
      var words = "stopped at " + Numbers.text(values.at(last));
      double anchor = x + look.px(x > box.centreX() ? -10 : 10);
      double width = surface.textWidth(words, type);
      double left = x > box.centreX() ? anchor - width : anchor;
      // Curves may lie behind it.
      surface.rectangle(
          new Box(left, top - look.px(8), width, look.px(16)).inset(0, -look.px(3), 0, -look.px(3)),
          look.px(3),
          Ink.filled(look.palette().background()));
      surface.text(words, anchor, top + look.px(4), type);
    } else if (!off && y <= box.bottom()) {
      surface.circle(
          x,
          y,
          look.px(4.5),
          Ink.filled(look.palette().accent())
              .withStroke(look.palette().background(), look.px(1.5)));
    }
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
