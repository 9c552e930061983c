package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.Figure;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Type;
import dev.stepwise.view.matrices.MatrixElement.OfEntropy;
import dev.stepwise.view.matrices.MatrixElement.OfGradient;

/// Draws, beside each row of weights, how sharply it points: its entropy, and p(1 − p) of its
/// winner.
final class SharpnessPainter {
  private static final double LARGEST_GRADIENT = 0.25;

  /// Narrower, the room is the entropy's alone.
  private static final double BOTH = 50;

  /// A line of the two above.
  private static final double LINE = 15;

  /// The least height of a row with figures.
  private static final double FIGURES = 11;

  private final Pen pen;
  private final Scene scene;
  private final CellGrid grid;
  private final Box box;

  SharpnessPainter(Scene scene, CellGrid grid, Box box) {
    this.pen = scene.pen();
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
    boolean both = box.width() >= pen.px(BOTH);
    double width = both ? (box.width() - pen.px(Space.SMALL)) / 2 : box.width();
    var left = box.inset(0, box.width() - width, 0, 0);
    var right = box.inset(0, 0, 0, box.width() - width);
    head(left, "bits", "entropy");
    if (both) {
      head(right, "winner", "p(1−p)");
    }
    double most = Math.log(Math.max(2, n)) / Math.log(2);
    for (int row = Math.max(0, grid.firstRow()); row <= Math.min(grid.lastRow(), rows - 1); row++) {
      var line = grid.row(row);
      if (line.centreY() < grid.box().y() || line.centreY() > grid.box().bottom()) {
        continue;
      }
      double entropy = sharpness.entropies()[row];
      var first = bar(left, line, entropy / most, entropy);
      scene.add(new OfEntropy(row), first, "entropy " + Numbers.text(entropy));
      if (both) {
        double gradient = sharpness.gradients()[row];
        var second = bar(right, line, gradient / LARGEST_GRADIENT, gradient);
        scene.add(new OfGradient(row), second, "p(1−p) " + Numbers.text(gradient));
      }
    }
  }

  /// What the bars show, and below it of what.
  private void head(Box bars, String unit, String name) {
    double line = pen.px(LINE);
    var room = bars.inset(0, -pen.px(Space.LINE), 0, -pen.px(Space.LINE));
    var lower = new Box(room.x(), room.y() - line - pen.px(Space.TIGHT), room.width(), line);
    var upper = lower.inset(-line, 0, line, 0);
    var label = pen.type(Role.LABEL).centred();
    pen.write(name, upper, label.coloured(pen.palette().text()));
    pen.write(unit, lower, label);
  }

  /// A bar in a row, and its number.
  ///
  /// @return its whole room
  private Box bar(Box bars, Box line, double share, double value) {
    double height = Math.max(1, line.height() - pen.px(Space.LINE));
    var cell = new Box(bars.x(), line.centreY() - height / 2, bars.width(), height);
    pen.surface().rectangle(cell, 0, Ink.filled(pen.palette().raised()));
    if (share > 0) {
      var full = cell.inset(0, cell.width() * (1 - Math.min(1, share)), 0, 0);
      var colour = Pen.faded(pen.palette().accent(), 0.32);
      pen.surface().rectangle(full, 0, Ink.filled(colour));
    }
    if (grid.cellHeight() >= pen.px(FIGURES)) {
      var figure = figure(value, cell.width() - pen.px(Space.SMALL));
      pen.write(figure.text(), cell.inset(0, pen.px(Space.TIGHT), 0, 0), figure.type().right());
    }
    return cell;
  }

  /// In one size in all rows, whose heights differ by a pixel.
  private Figure figure(double value, double room) {
    Type detail = pen.type(Role.DETAIL).coloured(pen.palette().text());
    double size = Math.min(detail.size(), grid.cellHeight() * 0.86);
    return Figure.of(pen.surface(), value, detail.at(size), room);
  }
}
