package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.RegressionFocus;
import dev.stepwise.compute.gradient.RegressionNarration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Type;
import dev.stepwise.view.gradient.GradientElement.OfWeight;

/// Draws the parameters of linear regression: their values, the lowest place and the gradient.
///
/// @param scene the step
record ParametersPainter(RegressionScene scene) {
  private static final double PITCH = 23;

  /// Draws as many as have room; gives where they end.
  double paint(Box area) {
    var look = scene.look();
    scene.brush().heading("Parameters", area.x(), area.y() + look.px(12));
    double[] columns = {
      area.x() + area.width() * 0.38, area.x() + area.width() * 0.63, area.x() + area.width() * 0.97
    };
    var head = scene.brush().muted(11.5).aligned(Type.Align.RIGHT);
    double top = area.y() + look.px(32);
    scene.surface().text("value", columns[0], top, head);
    scene.surface().text("lowest", columns[1], top, head);
    if (hasGradient()) {
      scene.surface().text("gradient", columns[2], top, head);
    }
    int d = scene.frame().problem().dimensions();
    double pitch = look.px(PITCH);
    int rows = Math.min(d + 1, Math.max(1, (int) ((area.bottom() - top) / pitch)));
    for (int j = 0; j < rows; j++) {
      // The bias comes last, even where some weights have no room.
      parameter(j == rows - 1 ? d : j, top + (j + 1) * pitch, columns, area);
    }
    return top + rows * pitch + look.px(12);
  }

  /// Whether the gradient is known at the step.
  private boolean hasGradient() {
    return scene.frame().pass().isPresent()
        && !(scene.frame().focus() == RegressionFocus.Whole.PREDICTED
            || scene.frame().focus() instanceof RegressionFocus.SamplePredicted
            || scene.frame().focus() == RegressionFocus.Whole.LOSS);
  }

  private void parameter(int parameter, double baseline, double[] columns, Box area) {
    var look = scene.look();
    var frame = scene.frame();
    var element = new OfWeight(parameter);
    double pitch = look.px(PITCH);
    var box = new Box(area.x(), baseline - pitch * 0.75, area.width(), pitch);
    if (scene.isLit(element)) {
      scene
          .surface()
          .rectangle(
              box, look.px(4), Ink.filled(look.palette().accent().deriveColor(0, 1, 1, 0.14)));
    }
    var name = RegressionNarration.name(frame, parameter);
    scene
        .surface()
        .text(
            name,
            area.x() + look.px(6),
            baseline,
            new Type(Type.Face.MEDIUM, look.px(13), look.palette().text()));
    var figure = scene.brush().mono(13).aligned(Type.Align.RIGHT);
    var text = Numbers.text(frame.model().parameter(parameter));
    scene.surface().text(text, columns[0], baseline, figure);
    scene
        .surface()
        .text(
            Numbers.text(frame.bowl().bottom().parameter(parameter)),
            columns[1],
            baseline,
            figure.coloured(look.palette().muted()));
    if (hasGradient()) {
      var gradient = frame.pass().orElseThrow().gradient();
      scene
          .surface()
          .text(Numbers.text(gradient.parameter(parameter)), columns[2], baseline, figure);
    }
    scene.shown().hits().add(element, box, name);
  }
}
