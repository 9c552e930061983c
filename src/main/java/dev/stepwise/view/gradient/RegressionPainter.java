package dev.stepwise.view.gradient;

import dev.stepwise.draw.Box;

/// Draws linear regression: the data with the line (or, in more dimensions, predictions against
/// truth), the loss surface with the path across it, the parameters and the loss.
///
/// @param bowl draws the loss surface
/// @param scene the step
record RegressionPainter(BowlPainter bowl, RegressionScene scene) {

  void paint(Box area) {
    var pen = scene.pen();
    var layout = RegressionLayout.of(pen.look(), area);
    new FitPainter(scene).paint(layout.data());
    if (!pen.speaks()) {
      return;
    }
    new DescentPainter(bowl, scene).paint(layout.surface());
    var rest = new ParametersPainter(scene).paint(layout.parameters());
    new ErrorsPainter(scene).paint(rest);
    new CurvePainter(scene.sheet()).paintRegression(scene.frame(), layout.curve());
  }
}
