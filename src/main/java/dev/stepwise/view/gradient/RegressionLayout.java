package dev.stepwise.view.gradient;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Space;

/// Where things are on the stage of linear regression; depends on the room alone.
///
/// @param data the samples with the line
/// @param surface the loss over two parameters
/// @param parameters their values, and what moves them
/// @param curve the loss
record RegressionLayout(Box data, Box surface, Box parameters, Box curve) {
  /// What the pictures above take of the height.
  private static final double UPPER = 0.57;

  private static final double LEAST_UPPER = 120;
  private static final double WIDEST_PARAMETERS = 330;

  /// A thumbnail shows the data alone; the other boxes are empty then.
  static RegressionLayout of(Look look, Box area) {
    if (!look.speaks()) {
      var none = new Box(area.right(), area.bottom(), 0, 0);
      return new RegressionLayout(area, none, none, none);
    }
    var body = area.inset(look.px(Space.GAP));
    double gap = look.px(Space.WIDE);
    double upper = Math.max(look.px(LEAST_UPPER), (body.height() - gap) * UPPER);
    double half = (body.width() - gap) / 2;
    var data = new Box(body.x(), body.y(), half, upper);
    var surface = new Box(data.right() + gap, body.y(), half, upper);
    double top = data.bottom() + gap;
    double left = body.x() + Math.min(look.px(WIDEST_PARAMETERS), body.width() * 0.42) + gap;
    var curve = new Box(left, top, body.right() - left, body.bottom() - top);
    var parameters = new Box(body.x(), top, left - gap - body.x(), curve.height());
    return new RegressionLayout(data, surface, parameters, curve);
  }
}
