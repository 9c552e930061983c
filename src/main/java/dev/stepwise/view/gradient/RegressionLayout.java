package dev.stepwise.view.gradient;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;

/// Where things are on the stage of linear regression; depends on the room alone.
///
/// @param data the samples with the line
/// @param surface the loss over two parameters
/// @param parameters their values, and what moves them
/// @param curve the loss
record RegressionLayout(Box data, Box surface, Box parameters, Box curve) {
  private static final double GAP = 18;

  /// What the pictures above take of the height.
  private static final double UPPER = 0.57;

  /// A thumbnail shows the data alone; the other boxes are empty then.
  static RegressionLayout of(Look look, Box area) {
    if (look.density() == Look.Density.THUMBNAIL) {
      var none = new Box(area.right(), area.bottom(), 0, 0);
      return new RegressionLayout(area, none, none, none);
    }
    var body = area.inset(look.px(12), look.px(14), look.px(10), look.px(14));
    double gap = look.px(GAP);
    double upper = Math.max(look.px(120), (body.height() - gap) * UPPER);
    double half = (body.width() - gap) / 2;
    var data = new Box(body.x(), body.y(), half, upper);
    var surface = new Box(data.right() + gap, body.y(), half, upper);
    double top = data.bottom() + gap;
    double left = body.x() + Math.min(look.px(330), body.width() * 0.42) + gap;
    var curve = new Box(left, top, body.right() - left, body.bottom() - top);
    var parameters = new Box(body.x(), top, left - gap - body.x(), curve.height());
    return new RegressionLayout(data, surface, parameters, curve);
  }
}
