package dev.stepwise.view.gradient;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Type;
import javafx.scene.paint.Color;

/// Numbers on plates, as wide as they need.
///
/// @param pen draws them
record Plates(Pen pen) {
  private static final double HEIGHT = 18;
  private static final double LEAST = 14.5;

  /// The plate of a number in the middle of a place.
  Box at(String text, double x, double y) {
    double width = width(text);
    return new Box(x - width / 2, y - height() / 2, width, height());
  }

  /// The plate of a number at the right of a place, half-way down.
  Box beside(String text, double x, double y) {
    return new Box(x + pen.px(Space.TIGHT), y - height() / 2, width(text), height());
  }

  private double width(String text) {
    return pen.width(text, Role.DETAIL) + pen.px(Space.GAP);
  }

  private double height() {
    return pen.px(HEIGHT);
  }

  /// A plate no higher than there is room, as far as its number can be read.
  Box within(Box plate, double room) {
    double height = Math.clamp(room, pen.px(LEAST), plate.height());
    return plate.inset((plate.height() - height) / 2, 0, (plate.height() - height) / 2, 0);
  }

  /// Draws a number on its plate.
  void draw(String text, Box plate, Color edge) {
    pen.plate(text, plate, type(), edge, Space.HAIR);
  }

  private Type type() {
    return pen.type(Role.DETAIL).coloured(pen.palette().text());
  }
}
