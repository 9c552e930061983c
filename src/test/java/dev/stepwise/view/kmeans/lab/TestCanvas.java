package dev.stepwise.view.kmeans.lab;

import dev.stepwise.view.lab.Drawing;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.CanvasSurface;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.Palette;
import javafx.scene.canvas.Canvas;

/// Draws without showing.
final class TestCanvas {
  private TestCanvas() {}

  static void draw(Drawing drawing) {
    var canvas = new Canvas(400, 240);
    drawing.draw(
        new CanvasSurface(canvas.getGraphicsContext2D()),
        new Box(0, 0, 400, 240),
        new Look(Palette.LIGHT, 1, Look.Density.WINDOW));
  }
}
