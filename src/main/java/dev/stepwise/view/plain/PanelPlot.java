package dev.stepwise.view.plain;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.MatrixPanel;
import dev.stepwise.draw.Role;
import dev.stepwise.view.Sheet;

/// A panel on a stage: its size, and its picture.
///
/// @param matrix the panel as a matrix, where it has cells
/// @param room of the whole stage
record PanelPlot<F extends Frame>(Sheet<F> sheet, Panel panel, MatrixPanel matrix, Box room)
    implements PanelFlow.Item {
  private static final double WORDS = 22;

  /// The height of a cell beside its width, so that numbers have room; pictures have square ones.
  private static final double LOW = 0.62;

  /// Of the stage's height: a long list of rows must not make all other panels small.
  private static final double TALLEST = 0.45;

  private static final int PICTURE = 8;

  /// Where its cells are, from its own top left corner.
  private Box cells(double cell) {
    double left = matrix.margin(sheet.pen(), cell).left();
    double width = Math.min(cell, (room.width() - left) / panel.columns());
    boolean square = Math.min(panel.rows(), panel.columns()) >= PICTURE;
    double low = Math.min(cell * LOW, Math.max(width, sheet.pen().px(WORDS)));
    double height = Math.min(square ? width : low, room.height() * TALLEST / panel.rows());
    double top = matrix.margin(sheet.pen(), width).top();
    return new Box(left, top, panel.columns() * width, panel.rows() * height);
  }

  @Override
  public PanelFlow.Size size(double cell) {
    var pen = sheet.pen();
    double head = Math.min(room.width(), matrix.headWidth(pen));
    if (!panel.hasCells()) {
      double text = Math.min(room.width(), pen.width(panel.text(), Role.VALUE));
      double height = matrix.margin(pen, cell).top() + pen.px(WORDS);
      return new PanelFlow.Size(Math.max(head, text), height);
    }
    var cells = cells(cell);
    return new PanelFlow.Size(Math.max(cells.x() + head, cells.right()), cells.bottom());
  }

  void draw(Box box, double cell) {
    var pen = sheet.pen();
    if (panel.hasCells()) {
      var cells = cells(cell);
      var place = new Box(box.x() + cells.x(), box.y() + cells.y(), cells.width(), cells.height());
      matrix.draw(sheet.spots(), matrix.around(sheet.spots(), place));
    } else {
      matrix.head(pen, box);
      pen.write(
          panel.text(),
          new Box(box.x(), box.bottom() - pen.px(WORDS), box.width(), pen.px(WORDS)),
          pen.type(Role.VALUE));
    }
  }
}
