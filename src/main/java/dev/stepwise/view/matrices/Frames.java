package dev.stepwise.view.matrices;

import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.Ink;

/// The thin line around a matrix, without which zeros would be lost on the background.
final class Frames {
  private Frames() {}

  static void around(Scene scene, CellGrid grid) {
    var box = grid.box().inset(-0.5);
    scene.surface().rectangle(box, 0, Ink.stroked(scene.look().palette().faint(), 1));
  }
}
