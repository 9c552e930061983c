package dev.stepwise.view.kmeans.lab;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.view.lab.Drawing;
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
