package dev.stepwise.view.gradient;

import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import javafx.scene.paint.Color;

/// The head of an arrow that points along a line.
///
/// @param x,y its middle
/// @param towardsX,towardsY where it points to
record Arrow(double x, double y, double towardsX, double towardsY) {
  private static final double TIP = 7.2;
  private static final double BARB = 5.1;

  void draw(Pen pen, Color colour) {
    double angle = Math.atan2(towardsY - y, towardsX - x);
    var xs = new double[3];
    var ys = new double[3];
    for (int i = 0; i < 3; i++) {
      double turned = angle + i * 2 * Math.PI / 3;
      double reach = pen.px(i == 0 ? TIP : BARB);
      xs[i] = x + reach * Math.cos(turned);
      ys[i] = y + reach * Math.sin(turned);
    }
    pen.surface().polygon(xs, ys, Ink.filled(colour));
  }
}
