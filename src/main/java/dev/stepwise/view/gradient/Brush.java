package dev.stepwise.view.gradient;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;

/// Small things that every part of the stage draws.
///
/// @param surface what is drawn on
/// @param look colours and sizes
record Brush(Surface surface, Look look) {
  private static final double TAG = 18;
  private static final double LEAST_TAG = 14.5;

  /// A heading; gives where it ends.
  double heading(String text, double x, double baseline) {
    var type = new Type(Type.Face.BOLD, look.px(13), look.palette().text());
    surface.text(text, x, baseline, type);
    return x + surface.textWidth(text, type);
  }

  /// A remark beside a heading, where it has room.
  void remark(String text, double x, double baseline, double right) {
    var type = muted(12);
    if (surface.textWidth(text, type) <= right - x) {
      surface.text(text, x, baseline, type);
    }
  }

  Type muted(double size) {
    return new Type(Type.Face.REGULAR, look.px(size), look.palette().muted());
  }

  Type mono(double size) {
    return new Type(Type.Face.MONO, look.px(size), look.palette().text());
  }

  /// A number on a plate, centred on a place; gives the plate.
  Box tag(String text, double x, double y, javafx.scene.paint.Color colour) {
    return tag(text, x, y, colour, look.px(TAG));
  }

  /// The same, no higher than there is room, as far as the number can be read.
  Box tag(String text, double x, double y, javafx.scene.paint.Color colour, double room) {
    var plate = plate(text, x, y, room);
    var type = tagType(plate.height());
    surface.rectangle(
        plate,
        look.px(4),
        Ink.filled(look.palette().background()).withStroke(colour, look.px(1.3)));
    surface.text(text, x, y + look.px(4.2), type);
    return plate;
  }

  /// The plate that a number is given, without drawing it.
  Box plate(String text, double x, double y) {
    return plate(text, x, y, look.px(TAG));
  }

  private Box plate(String text, double x, double y, double room) {
    double height = Math.clamp(room, look.px(LEAST_TAG), look.px(TAG));
    double width = surface.textWidth(text, tagType(height)) + look.px(10);
    return new Box(x - width / 2, y - height / 2, width, height);
  }

  private Type tagType(double height) {
    return mono(height < look.px(TAG) ? 11 : 11.5).aligned(Type.Align.CENTRE);
  }

  /// An arrow head that points along a line.
  void arrow(
      double x, double y, double towardsX, double towardsY, javafx.scene.paint.Color colour) {
    double angle = Math.atan2(towardsY - y, towardsX - x);
    double size = look.px(6);
    var xs = new double[3];
    var ys = new double[3];
    for (int i = 0; i < 3; i++) {
      double turned = angle + i * 2 * Math.PI / 3;
      double reach = i == 0 ? size * 1.2 : size * 0.85;
      xs[i] = x + reach * Math.cos(turned);
      ys[i] = y + reach * Math.sin(turned);
    }
    surface.polygon(xs, ys, Ink.filled(colour));
  }

  /// A number as a subscript.
  static String subscript(int number) {
    var text = new StringBuilder();
    for (char digit : Integer.toString(number).toCharArray()) {
      text.append((char) ('₀' + digit - '0'));
    }
    return text.toString();
  }
}
