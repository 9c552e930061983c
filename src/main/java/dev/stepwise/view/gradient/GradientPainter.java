package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.GradientFrame;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.ProbeFrame;
import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Surface;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StagePainter;

/// Draws the stage of gradient descent. Keeps the pixel buffers from one frame to the next.
final class GradientPainter implements StagePainter<GradientFrame> {
  private final FieldPainter field = new FieldPainter();
  private final Clouds clouds = new Clouds();
  private final BowlPainter bowl = new BowlPainter();

  @Override
  public void paint(Surface surface, Box area, Shown<GradientFrame> shown) {
    var brush = new Brush(surface, shown.look());
    switch (shown.step().frame()) {
      case NetworkFrame frame -> network(brush, area, shown, frame);
      case RegressionFrame frame ->
          new RegressionPainter(bowl, RegressionScene.of(brush, shown, frame)).paint(area);
      case ProbeFrame frame -> new ProbePainter(brush, shown, frame).paint(area);
    }
  }

  private void network(Brush brush, Box area, Shown<GradientFrame> shown, NetworkFrame frame) {
    var layout = NetworkLayout.of(frame.problem(), shown.look(), area);
    new PlanePainter(field, clouds, brush, shown, frame).paint(layout.plane());
    layout
        .curve()
        .ifPresent(box -> {
          if (shown.choice(GradientView.CURVE).equals(GradientView.ACCURACY)) {
            new AccuracyCurvePainter(brush, shown, frame).paint(box);
          } else {
            new CurvePainter(brush, shown).paint(frame, box);
          }
        });
    layout.accuracy().ifPresent(box -> new AccuracyPainter(brush, shown, frame).paint(box));
    layout.strip().ifPresent(box -> new TensorStrip(brush, shown, frame).paint(box));
    layout.graph().ifPresent(box -> new GraphPainter(brush, shown, frame, box).paint());
  }
}
