package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.GradientFrame;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.ProbeFrame;
import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Surface;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StagePainter;

/// Draws the stage of gradient descent. Keeps the pixel buffers from one frame to the next.
final class GradientPainter implements StagePainter<GradientFrame> {
  private final FieldPainter field = new FieldPainter();
  private final Clouds clouds = new Clouds();
  private final BowlPainter bowl = new BowlPainter();

  @Override
  public void paint(Surface surface, Box area, Shown<GradientFrame> shown) {
    var sheet = Sheet.of(surface, shown);
    switch (sheet.frame()) {
      case NetworkFrame frame -> network(NetworkScene.of(sheet, frame), area);
      case RegressionFrame frame ->
          new RegressionPainter(bowl, RegressionScene.of(sheet, frame)).paint(area);
      case ProbeFrame frame -> new ProbePainter(sheet, frame).paint(area);
    }
  }

  private void network(NetworkScene scene, Box area) {
    var sheet = scene.sheet();
    var layout = NetworkLayout.of(scene.frame().problem(), sheet.look(), area);
    new PlanePainter(field, clouds, scene).paint(layout.plane());
    layout
        .curve()
        .ifPresent(box -> {
          if (sheet.shown().choice(GradientView.CURVE).equals(GradientView.ACCURACY)) {
            new AccuracyCurvePainter(scene).paint(box);
          } else {
            new CurvePainter(sheet).paint(scene.frame(), box);
          }
        });
    layout.accuracy().ifPresent(box -> new AccuracyPainter(scene).paint(box));
    layout.strip().ifPresent(box -> new TensorStrip(scene).paint(box));
    layout.graph().ifPresent(box -> new GraphPainter(scene, box).paint());
  }
}
