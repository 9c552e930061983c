package dev.stepwise.view.gradient;

import static dev.stepwise.view.gradient.RegressionScene.bounded;

import dev.stepwise.compute.gradient.RegressionProblem;
import dev.stepwise.compute.gradient.regression.LinearModel;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.view.gradient.GradientElement.OfRow;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/// Draws how the model fits the samples: over one number the line through them, over more what is
/// predicted against what is true.
///
/// @param scene the step
record FitPainter(RegressionScene scene) {
  private static final double HEAD = 22;
  private static final int MOST_RESIDUALS = 400;

  /// The frame of the data; its axes hold still while the model moves.
  static PlotFrame plot(RegressionProblem problem, Look look, Box area) {
    boolean flat = problem.dimensions() == 1;
    boolean thumbnail = look.density() == Look.Density.THUMBNAIL;
    var inside =
        axes(problem).inside(thumbnail ? area : area.inset(look.px(HEAD - 6), 0, 0, 0), look);
    var up = LinearScale.over(withZero(problem.y()), 0.12);
    var across = flat ? LinearScale.over(PlanePainter.column(problem.x(), 0), 0.08) : up;
    return new PlotFrame(inside, across, up);
  }

  private static Axes axes(RegressionProblem problem) {
    var names = problem.names();
    return problem.dimensions() == 1
        ? new Axes(names.column(0, "x₀"), names.answer("y"))
        : new Axes("true " + names.answer("y"), "predicted " + names.answer("y"));
  }

  private static double[] withZero(double[] values) {
    return DoubleStream.concat(Arrays.stream(values), DoubleStream.of(0)).toArray();
  }

  void paint(Box area) {
    var look = scene.look();
    var brush = scene.brush();
    var problem = scene.frame().problem();
    boolean flat = problem.dimensions() == 1;
    var plot = plot(scene.axes().problem(), look, area);
    if (look.density() != Look.Density.THUMBNAIL) {
      double end =
          brush.heading(
              flat ? "Data and line" : "Predicted against true", area.x(), area.y() + look.px(12));
      brush.remark(
          flat ? "" : "on the line = right",
          end + look.px(8),
          area.y() + look.px(12),
          area.right());
      axes(problem).draw(scene.surface(), plot, look);
    }
    var at = scene.model();
    scene.surface().clipped(plot.box(), () -> points(plot, at, flat));
  }

  private void points(PlotFrame plot, LinearModel at, boolean flat) {
    var look = scene.look();
    var palette = look.palette();
    double from = plot.x().from();
    double to = plot.x().to();
    scene
        .surface()
        .line(
            plot.pixelX(from),
            bounded(plot.pixelY(flat ? at.predict(new double[] {from}) : from)),
            plot.pixelX(to),
            bounded(plot.pixelY(flat ? at.predict(new double[] {to}) : to)),
            new Ink.Stroke(flat ? palette.accent() : palette.muted(), look.px(flat ? 2.4 : 1.6)));
    for (int i = 0; i < scene.frame().problem().y().length; i++) {
      point(plot, at, flat, i);
    }
  }

  private void point(PlotFrame plot, LinearModel at, boolean flat, int i) {
    var look = scene.look();
    var palette = look.palette();
    double[] row = scene.frame().problem().x()[i];
    double[] y = scene.frame().problem().y();
    double predicted = at.predict(row);
    double px = plot.pixelX(flat ? row[0] : y[i]);
    double py = plot.pixelY(flat ? y[i] : predicted);
    double other = bounded(plot.pixelY(flat ? predicted : y[i]));
    boolean lit = scene.isLit(i);
    double opacity = scene.opacity(i);
    if (y.length <= MOST_RESIDUALS && !Double.isNaN(py)) {
      var stroke =
          new Ink.Stroke(
              lit ? palette.alarm() : palette.alarm().deriveColor(0, 1, 1, 0.3 * opacity),
              look.px(lit ? 2.4 : 1.1));
      scene.surface().line(px, bounded(py), px, other, stroke);
    }
    if (!Double.isNaN(py)) {
      var colour = palette.category(0).deriveColor(0, 1, 1, opacity);
      scene
          .surface()
          .circle(
              px,
              bounded(py),
              look.px(lit ? 6 : 4),
              Ink.filled(colour).withStroke(palette.background(), look.px(0.8)));
    }
    double reach = look.px(7);
    scene
        .shown()
        .hits()
        .add(
            new OfRow(i),
            new Box(px - reach, py - reach, 2 * reach, 2 * reach),
            "point %d: predicted %s".formatted(i + 1, Numbers.text(predicted)));
  }
}
