package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Saturation;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.Surface;
import java.util.Optional;
import javafx.scene.paint.Color;

/// The mark of a saturated gate: a triangle that points up for open, down for shut.
enum SaturationMark {
  OPEN(-1),
  SHUT(1);

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

  void draw(Surface surface, double x, double y, double size, Color colour) {
    double tip = y + direction * size * 0.7;
    double base = y - direction * size * 0.6;
    surface.polygon(
        new double[] {x, x - size * 0.9, x + size * 0.9},
        new double[] {tip, base, base},
        Ink.filled(colour));
  }
}
