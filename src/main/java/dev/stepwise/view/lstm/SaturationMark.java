package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Saturation;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Surface;
import java.util.Optional;
import javafx.scene.paint.Color;

/// The mark of a saturated gate: a triangle that points up for open, down for shut.
enum SaturationMark {
  OPEN(-1),
  SHUT(1);

  private static final double LEAST_TRIANGLE = 5;
  private static final double LEAST_DASH = 2.4;

  /// How far its corners are from the middle of a triangle among words.
  static final double SIZE = 4;

  private final int direction;

  SaturationMark(int direction) {
    this.direction = direction;
  }

  /// The mark of a gate's value; empty where it is not saturated.
  static Optional<SaturationMark> of(double gate) {
    return !Saturation.isSaturated(gate)
        ? Optional.empty()
        : Optional.of(gate > Saturation.OPEN ? OPEN : SHUT);
  }

  /// How saturated cells are marked.
  enum Sign {
    TRIANGLE,
    /// A dash of the colour that can be read on the cell, where a triangle would be a speck.
    DASH,
    NONE
  }

  /// How cells so wide and high are marked.
  static Sign sign(double width, double height, Pen pen) {
    if (Math.min(width, height) >= pen.px(LEAST_TRIANGLE)) {
      return Sign.TRIANGLE;
    }
    return height >= LEAST_DASH && width >= pen.px(LEAST_TRIANGLE) ? Sign.DASH : Sign.NONE;
  }

  /// The dash in the middle of a cell.
  static void dash(Surface surface, double x, double y, double width, double height, Color colour) {
    double length = Math.max(3, width * 0.45);
    double thick = Math.max(1, Math.floor(height * 0.34));
    surface.rectangle(
        new Box(x - length / 2, Math.round(y - thick / 2), length, thick), 0, Ink.filled(colour));
  }

  /// The triangle at the right of something that ends at a place.
  void beside(Pen pen, double x, double y) {
    draw(pen, x + pen.px(Space.SMALL), y);
  }

  /// The triangle among words.
  void draw(Pen pen, double x, double y) {
    draw(pen.surface(), x, y, pen.px(SIZE), pen.palette().text());
  }

  /// The triangle on a cell.
  void draw(Surface surface, double x, double y, double size, Color colour) {
    double tip = y + direction * size * 0.7;
    double base = y - direction * size * 0.6;
    surface.polygon(
        new double[] {x, x - size * 0.9, x + size * 0.9},
        new double[] {tip, base, base},
        Ink.filled(colour));
  }
}
