package dev.stepwise.view.cosine;

import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import javafx.scene.paint.Color;

/// A half circle with degrees, and what is drawn in it: places are given by their distance from the
/// middle and their angle, in radians from the right, anticlockwise.
///
/// @param x,y of the middle
/// @param radius of the half circle, in pixels
record Protractor(Pen pen, double x, double y, double radius) {
  private static final double TICK = 6;
  private static final double NUMBERS = 13;
  private static final double HEAD = 10;
  private static final int STEP = 30;

  double x(double distance, double angle) {
    return x + distance * Math.cos(angle);
  }

  double y(double distance, double angle) {
    return y - distance * Math.sin(angle);
  }

  /// Draws the half circle, and its numbers outside of a part that has to stay free.
  ///
  /// @param from,to the part that stays free
  void scale(double from, double to) {
    var faint = pen.stroke(pen.palette().faint(), Space.HAIR);
    int steps = 60;
    var xs = new double[steps + 1];
    var ys = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      xs[i] = x(radius, Math.PI * i / steps);
      ys[i] = y(radius, Math.PI * i / steps);
    }
    pen.surface().line(xs, ys, faint);
    pen.surface().line(x - radius, y, x + radius, y, faint);
    var tick = pen.stroke(pen.palette().muted(), Space.HAIR);
    var label = pen.type(Role.LABEL).centred();
    for (int degrees = 0; degrees <= 180; degrees += STEP) {
      double angle = Math.toRadians(degrees);
      double inner = radius - pen.px(TICK);
      pen.surface()
          .line(x(radius, angle), y(radius, angle), x(inner, angle), y(inner, angle), tick);
      boolean free = angle < from || angle > to;
      if (degrees > 0 && degrees < 180 && free) {
        double out = radius + pen.px(NUMBERS);
        pen.write(degrees + "°", x(out, angle), y(out, angle) + label.drop(), label);
      }
    }
  }

  /// Fills the part up to an angle.
  void wedge(double distance, double angle, Color colour) {
    int steps = 40;
    var xs = new double[steps + 2];
    var ys = new double[steps + 2];
    xs[0] = x;
    ys[0] = y;
    for (int i = 0; i <= steps; i++) {
      xs[i + 1] = x(distance, angle * i / steps);
      ys[i + 1] = y(distance, angle * i / steps);
    }
    pen.surface().polygon(xs, ys, Ink.filled(colour));
  }

  /// A vector from the middle; its head is no longer than itself.
  void arrow(double length, double angle, Color colour) {
    if (length < pen.px(Space.LINE)) {
      return;
    }
    double head = Math.min(pen.px(HEAD), length);
    double neck = length - head * 0.7;
    pen.surface().line(x, y, x(neck, angle), y(neck, angle), pen.stroke(colour, Space.LINE));
    double back = length - head;
    double side = Math.atan2(head * 0.38, back);
    double corner = Math.hypot(back, head * 0.38);
    pen.surface()
        .polygon(
            new double[] {x(length, angle), x(corner, angle + side), x(corner, angle - side)},
            new double[] {y(length, angle), y(corner, angle + side), y(corner, angle - side)},
            Ink.filled(colour));
  }
}
