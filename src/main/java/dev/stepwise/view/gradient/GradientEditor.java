package dev.stepwise.view.gradient;

import dev.stepwise.compute.exercise.Schema.Kind;
import dev.stepwise.compute.gradient.Descent;
import dev.stepwise.compute.gradient.Descent.RateChange;
import dev.stepwise.compute.gradient.GradientFrame;
import dev.stepwise.compute.gradient.GradientProblem;
import dev.stepwise.compute.gradient.NetworkProblem;
import dev.stepwise.compute.gradient.ProbeProblem;
import dev.stepwise.compute.gradient.RegressionProblem;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.view.StageEditor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Paints samples with a brush for each class, deletes them, and changes the learning rate from an
/// epoch on. The frame of the plot stays as it was when a gesture began.
final class GradientEditor implements StageEditor<GradientProblem, GradientFrame> {
  static final Tool DELETE = new Tool("delete", "Delete", "Click a point, or drag over several.");
  static final Tool RATE =
      new Tool(
          "rate",
          "Rate",
          "Press in the loss chart at an epoch and drag up or down: from there on the rate is"
              + " another one. Press below the axis to take all changes away.");

  private static final int BRUSHES = 4;

  /// The markers of the classes, as signs.
  private static final String SHAPES = "●■▲◆";

  private static final double REACH = 12;
  private static final double SPACING = 14;

  /// How far a drag goes for a factor of 2.
  private static final double DOUBLING = 36;

  /// The brush of a class.
  static Tool brush(int label) {
    return new Tool(
        "class-" + label,
        SHAPES.charAt(label) + " " + label,
        "Click to add a point of class %d, drag to add a trail of them.".formatted(label));
  }

  @Override
  public List<Tool> tools() {
    var tools = new ArrayList<Tool>();
    for (int label = 0; label < BRUSHES; label++) {
      tools.add(brush(label));
    }
    tools.add(DELETE);
    tools.add(RATE);
    return tools;
  }

  /// Only samples that are seen as they are can be edited, and those of a regression have no
  /// classes; what is trained has a rate.
  @Override
  public boolean offers(Tool tool, GradientProblem problem) {
    return switch (problem) {
      case NetworkProblem network -> tool.equals(RATE) || network.data().dimensions() == 2;
      case RegressionProblem line ->
          tool.equals(RATE)
              || (line.dimensions() == 1 && (tool.equals(DELETE) || tool.equals(brush(0))));
      case ProbeProblem _ -> false;
    };
  }

  @Override
  public Optional<Gesture<GradientProblem>> press(
      Tool tool,
      GradientProblem problem,
      Step<GradientFrame> step,
      Look look,
      Box area,
      double x,
      double y) {
    return switch (problem) {
      case NetworkProblem network -> network(tool, network, look, area, x, y);
      case RegressionProblem regression -> regression(tool, regression, look, area, x, y);
      case ProbeProblem _ -> Optional.empty();
    };
  }

  private static Optional<Gesture<GradientProblem>> network(
      Tool tool, NetworkProblem problem, Look look, Box area, double x, double y) {
    var layout = NetworkLayout.of(problem, look, area);
    if (tool.equals(RATE)) {
      return layout
          .curve()
          .filter(box -> box.contains(x, y))
          .map(box -> rate(problem.descent(), box, look, x, y, problem::withDescent));
    }
    if (problem.data().dimensions() != 2) {
      return Optional.empty();
    }
    var plot = PlanePainter.plot(problem, look, layout.plane());
    var samples = Samples.of(problem);
    return samples(tool, samples, plot, look, x, y);
  }

  private static Optional<Gesture<GradientProblem>> regression(
      Tool tool, RegressionProblem problem, Look look, Box area, double x, double y) {
    if (tool.equals(RATE)) {
      var curve = RegressionLayout.of(look, area).curve();
      return curve.contains(x, y)
          ? Optional.of(rate(problem.descent(), curve, look, x, y, problem::withDescent))
          : Optional.empty();
    }
    if (problem.dimensions() != 1) {
      return Optional.empty();
    }
    var plot = FitPainter.plot(problem, look, RegressionLayout.of(look, area).data());
    return samples(tool, Samples.of(problem), plot, look, x, y);
  }

  private static Optional<Gesture<GradientProblem>> samples(
      Tool tool, Samples samples, PlotFrame plot, Look look, double x, double y) {
    if (!plot.box().contains(x, y)) {
      return Optional.empty();
    }
    if (tool.equals(DELETE)) {
      return Optional.of(new Deleting(samples, plot, look.px(REACH)));
    }
    int label = Integer.parseInt(tool.id(), "class-".length(), tool.id().length(), 10);
    return Optional.of(new Painting(samples, plot, label, look.px(SPACING)));
  }

  private static final class Painting implements Gesture<GradientProblem> {
    private final PlotFrame plot;
    private final int label;
    private final double spacing;
    private Samples samples;
    private double lastX = Double.NaN;
    private double lastY = Double.NaN;

    Painting(Samples samples, PlotFrame plot, int label, double spacing) {
      this.samples = samples;
      this.plot = plot;
      this.label = label;
      this.spacing = spacing;
    }

    @Override
    public GradientProblem drag(double x, double y) {
      boolean far = Double.isNaN(lastX) || Math.hypot(x - lastX, y - lastY) >= spacing;
      if (far && plot.box().contains(x, y)) {
        lastX = x;
        lastY = y;
        samples = samples.with(limited(plot.dataX(x)), limited(plot.dataY(y)), label);
      }
      return samples.problem();
    }

    /// The room around the outermost samples may lie beyond what a sample can be.
    private static double limited(double value) {
      return Math.clamp(value, -Kind.LARGEST, Kind.LARGEST);
    }

    @Override
    public GradientProblem release(double x, double y) {
      return samples.problem();
    }
  }

  private static final class Deleting implements Gesture<GradientProblem> {
    private final PlotFrame plot;
    private final double reach;
    private Samples samples;

    Deleting(Samples samples, PlotFrame plot, double reach) {
      this.samples = samples;
      this.plot = plot;
      this.reach = reach;
    }

    @Override
    public GradientProblem drag(double x, double y) {
      samples = samples.withoutNearest(plot, x, y, reach);
      return samples.problem();
    }

    @Override
    public GradientProblem release(double x, double y) {
      return drag(x, y);
    }
  }

  /// Makes a problem of a descent.
  private interface Descending {
    GradientProblem with(Descent descent);
  }

  private static Gesture<GradientProblem> rate(
      Descent descent, Box box, Look look, double x, double y, Descending descending) {
    var inside = CurvePainter.plotBox(box, look);
    if (y > inside.bottom()) {
      var none = descending.with(descent.withChanges(List.of()));
      return new Fixed(none);
    }
    double share = Math.clamp((x - inside.x()) / Math.max(1, inside.width()), 0, 1);
    int epoch = Math.clamp((long) Math.floor(share * descent.epochs()) + 1, 1, descent.epochs());
    return new Rating(descent, epoch, y, look.px(DOUBLING), descending);
  }

  private record Fixed(GradientProblem problem) implements Gesture<GradientProblem> {
    @Override
    public GradientProblem drag(double x, double y) {
      return problem;
    }

    @Override
    public GradientProblem release(double x, double y) {
      return problem;
    }
  }

  /// A change of the rate: a factor of 2 for each stretch of the way up or down; about a third of
  /// it for a click.
  ///
  /// @param doubling how long a stretch is, in pixels
  private record Rating(
      Descent descent, int epoch, double startY, double doubling, Descending descending)
      implements Gesture<GradientProblem> {
    private static final double AT_ONCE = -1.7;

    @Override
    public GradientProblem drag(double x, double y) {
      double way = (startY - y) / doubling;
      double power = Math.rint(4 * (Math.abs(way) < 0.1 ? AT_ONCE : way)) / 4;
      double rate =
          Math.clamp(descent.rateIn(Math.max(1, epoch - 1)) * Math.pow(2, power), 1e-12, 1e12);
      var changes = new ArrayList<RateChange>();
      for (var change : descent.changes()) {
        if (change.epoch() < epoch) {
          changes.add(change);
        }
      }
      changes.add(new RateChange(epoch, rounded(rate)));
      return descending.with(descent.withChanges(changes));
    }

    /// Three digits, as the chart says it.
    private static double rounded(double rate) {
      return new BigDecimal(rate).round(new MathContext(3)).doubleValue();
    }

    @Override
    public GradientProblem release(double x, double y) {
      return drag(x, y);
    }
  }
}
