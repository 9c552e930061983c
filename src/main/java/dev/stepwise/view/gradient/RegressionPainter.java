package dev.stepwise.view.gradient;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;

/// Draws linear regression: the data with the line (or, in more dimensions, predictions against
/// truth), the loss surface with the path across it, the parameters and the loss.
///
/// @param bowl draws the loss surface
/// @param scene the step
record RegressionPainter(BowlPainter bowl, RegressionScene scene) {

  void paint(Box area) {
    var look = scene.look();
    var layout = RegressionLayout.of(look, area);
    new FitPainter(scene).paint(layout.data());
    if (look.density() == Look.Density.THUMBNAIL) {
      return;
    }
    new DescentPainter(bowl, scene).paint(layout.surface());
    double end = new ParametersPainter(scene).paint(layout.parameters());
    var below = layout.parameters();
    new ErrorsPainter(scene).paint(below.inset(end - below.y(), 0, 0, 0));
    new CurvePainter(scene.brush(), scene.shown()).paintRegression(scene.frame(), layout.curve());
  }
}
