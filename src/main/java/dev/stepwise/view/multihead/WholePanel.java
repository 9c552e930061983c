package dev.stepwise.view.multihead;

import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.CellGrid.Cell;
import dev.stepwise.draw.CellText;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.MatrixPanel;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Spot;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.matrices.KeptPixels;
import dev.stepwise.view.multihead.MultiHeadElement.OfWhole;
import dev.stepwise.view.multihead.MultiHeadElement.Whole;
import java.util.Optional;

/// Draws a matrix of full width.
///
/// @param pixels of earlier drawings
record WholePanel(Sheet<MultiHeadFrame> sheet, Whole matrix, KeptPixels pixels) {

  /// Draws it with its name above, and beside that its shape where there is room.
  void draw(CellGrid grid, ColourScale scale) {
    var frame = sheet.frame();
    var pen = sheet.pen();
    double[][] values = matrix.values(frame);
    var mark = new MatrixMark(values, scale, matrix.known(frame));
    pixels.draw(pen, grid, mark);
    MatrixPanel.of(matrix.variable(), mark)
        .noted(values.length + "×" + values[0].length)
        .brief(pen, grid.box().width() + pen.px(Space.GAP))
        .asked(new MatrixPanel.Cells(this::spot, this::place))
        .surround(sheet.spots(), grid);
  }

  private Spot spot(Cell cell) {
    int row = cell.row();
    int column = cell.column();
    var value = CellText.of(matrix.values(sheet.frame())[row][column]);
    return new Spot(
        new OfWhole(matrix, row, column),
        "%s[%d, %d] = %s".formatted(matrix.variable(), row, column, value));
  }

  private Optional<Cell> place(Element element) {
    return element instanceof OfWhole(var of, int row, int column) && of == matrix
        ? Optional.of(new Cell(row, column))
        : Optional.empty();
  }
}
