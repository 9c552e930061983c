package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.Figure;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Type;
import dev.stepwise.view.matrices.MatrixElement.OfEntropy;
import dev.stepwise.view.matrices.MatrixElement.OfGradient;

/// Draws, beside each row of weights, how sharply it points: its entropy, and p(1 − p) of its
/// winner.
final class SharpnessPainter {
  private static final double LARGEST_GRADIENT = 0.25;

  /// Narrower, the room is the entropy's alone.
  private static final double BOTH = 50;

  private final Scene scene;
  private final CellGrid grid;
  private final Box box;

  SharpnessPainter(Scene scene, CellGrid grid, Box box) {
    this.scene = scene;
    this.grid = grid;
    this.box = box;
  }

  /// @param sharpness of the frame's weights
  void paint(AttentionFrame frame, KeptSharpness.Rows sharpness) {
    int n = frame.problem().length();
    int rows = frame.known(Tensor.WEIGHTS) / n;
    if (rows == 0) {
      return;
    }
    boolean both = box.width() >= scene.px(BOTH);
    double width = both ? (box.width() - scene.px(8)) / 2 : box.width();
    double second = box.x() + width + scene.px(8);
    double bottom = box.y() - scene.px(6);
    double size = headSize(width);
    head("entropy", "bits", box.x() + width / 2, bottom, size);
    if (both) {
      head("p(1−p)", "of winner", second + width / 2, bottom, size);
    }
    double most = Math.log(Math.max(2, n)) / Math.log(2);
    for (int row = Math.max(0, grid.firstRow()); row <= Math.min(grid.lastRow(), rows - 1); row++) {
      var line = grid.row(row);
      if (line.centreY() < grid.box().y() || line.centreY() > grid.box().bottom()) {
        continue;
      }
      double entropy = sharpness.entropies()[row];
      double gradient = sharpness.gradients()[row];
      var left = new Box(box.x(), line.y(), width, line.height());
      var right = new Box(second, line.y(), width, line.height());
      double figures = Math.min(scene.px(11.5), grid.cellHeight() * 0.86);
      bar(left, entropy / most, entropy, figures);
      scene.hit(new OfEntropy(row), left, "entropy " + Numbers.text(entropy));
      if (both) {
        bar(right, gradient / LARGEST_GRADIENT, gradient, figures);
        scene.hit(new OfGradient(row), right, "p(1−p) " + Numbers.text(gradient));
      }
    }
  }

  /// The size in which all the heads fit over their bars.
  private double headSize(double width) {
    var type = new Type(Type.Face.MEDIUM, scene.px(11.5), scene.look().palette().text());
    double longest =
        Math.max(
            scene.surface().textWidth("entropy", type),
            scene.surface().textWidth("of winner", type));
    return 11.5 * Math.min(1, (width + scene.px(6)) / longest);
  }

  private void head(String first, String second, double centre, double bottom, double size) {
    var palette = scene.look().palette();
    double room = box.width();
    scene.centred(
        first, centre, bottom - scene.px(15), size, Type.Face.MEDIUM, palette.text(), room);
    scene.centred(second, centre, bottom, size, Type.Face.REGULAR, palette.muted(), room);
  }

  /// @param size of the text, the same in all rows, whose heights differ by a pixel
  private void bar(Box cell, double share, double value, double size) {
    var palette = scene.look().palette();
    double height = Math.max(1, cell.height() - scene.px(3));
    double y = cell.centreY() - height / 2;
    var ground = new Box(cell.x(), y, cell.width(), height);
    scene.surface().rectangle(ground, 0, Ink.filled(palette.raised()));
    if (share > 0) {
      var full = new Box(cell.x(), y, cell.width() * Math.min(1, share), height);
      var colour = palette.accent().deriveColor(0, 1, 1, 0.32);
      scene.surface().rectangle(full, 0, Ink.filled(colour));
    }
    if (size >= scene.px(9.5)) {
      var type = new Type(Type.Face.MONO, size, palette.text()).aligned(Type.Align.RIGHT);
      double room = cell.width() - scene.px(6);
      var figure = Figure.of(scene.surface(), value, type, room);
      double x = cell.right() - scene.px(4);
      double baseline = cell.centreY() + figure.type().size() * 0.36;
      scene.surface().text(figure.text(), x, baseline, figure.type());
    }
  }
}
