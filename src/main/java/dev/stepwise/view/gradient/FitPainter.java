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
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Space;
import dev.stepwise.view.gradient.GradientElement.OfRow;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/// Draws how the model fits the samples: over one number the line through them, over more what is
/// predicted against what is true.
///
/// @param scene the step
record FitPainter(RegressionScene scene) {
  private static final double RADIUS = 4;
  private static final double LIT_RADIUS = 6;
  private static final double REACH = 7;
  private static final int MOST_RESIDUALS = 400;

  /// The frame of the data; its axes hold still while the model moves.
  static PlotFrame plot(RegressionProblem problem, Look look, Box area) {
    var inside = axes(problem).inside(area.inset(Pen.head(look), 0, 0, 0), look);
    var up = LinearScale.over(withZero(problem.y()), 0.12);
    var across = isFlat(problem) ? LinearScale.over(PlanePainter.column(problem.x(), 0), 0.08) : up;
    return new PlotFrame(inside, across, up);
  }

  /// Whether the samples can be drawn as they are.
  private static boolean isFlat(RegressionProblem problem) {
    return problem.dimensions() == 1;
  }

  private static Axes axes(RegressionProblem problem) {
    var names = problem.names();
    return isFlat(problem)
        ? new Axes(names.column(0, "x₀"), names.answer("y"))
        : new Axes("true " + names.answer("y"), "predicted " + names.answer("y"));
  }

  private static double[] withZero(double[] values) {
    return DoubleStream.concat(Arrays.stream(values), DoubleStream.of(0)).toArray();
  }

  void paint(Box area) {
    var pen = scene.pen();
    var problem = scene.frame().problem();
    var plot = plot(scene.axes().problem(), pen.look(), area);
    if (isFlat(problem)) {
      pen.heading(area, "Data and line");
    } else {
      pen.heading(area, "Predicted against true", "on the line = right");
    }
    if (pen.speaks()) {
      axes(problem).draw(pen.surface(), plot, pen.look());
    }
    pen.surface().clipped(plot.box(), () -> points(plot, scene.model(), isFlat(problem)));
  }

  private void points(PlotFrame plot, LinearModel at, boolean flat) {
    var pen = scene.pen();
    var palette = pen.palette();
    double from = plot.x().from();
    double to = plot.x().to();
    pen.surface()
        .line(
            plot.pixelX(from),
            bounded(plot.pixelY(flat ? at.predict(new double[] {from}) : from)),
            plot.pixelX(to),
            bounded(plot.pixelY(flat ? at.predict(new double[] {to}) : to)),
            pen.stroke(flat ? palette.accent() : palette.muted(), Space.LINE));
    for (int i = 0; i < scene.frame().problem().y().length; i++) {
      point(plot, at, flat, i);
    }
  }

  private void point(PlotFrame plot, LinearModel at, boolean flat, int i) {
    var pen = scene.pen();
    var palette = pen.palette();
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
          lit
              ? pen.stroke(palette.alarm(), Space.LINE)
              : pen.stroke(Pen.faded(palette.alarm(), 0.3 * opacity), Space.HAIR);
      pen.surface().line(px, bounded(py), px, other, stroke);
    }
    if (!Double.isNaN(py)) {
      var colour = Pen.faded(palette.category(0), opacity);
      var ink = Ink.filled(colour).withStroke(palette.background(), pen.px(Space.HAIR));
      pen.surface().circle(px, bounded(py), pen.px(lit ? LIT_RADIUS : RADIUS), ink);
    }
    double reach = pen.px(REACH);
    scene
        .sheet()
        .shown()
        .hits()
        .add(
            new OfRow(i),
            new Box(px - reach, py - reach, 2 * reach, 2 * reach),
            "point %d: predicted %s".formatted(i + 1, Numbers.text(predicted)));
  }
}
