package dev.stepwise.draw;

import java.util.Optional;

/// Where the cells of a matrix are: in a box, all of them or a part of them. Edges of cells are on
/// whole pixels, so that neighbouring grids of one height or width stay aligned.
///
/// @param box on the surface
/// @param rows how many there are, at least 1
/// @param columns how many there are, at least 1
/// @param part which part of the whole is seen in the box, in units of the whole
public record CellGrid(Box box, int rows, int columns, Box part) {
  private static final Box WHOLE = new Box(0, 0, 1, 1);

  /// A cell, counted from 0.
  public record Cell(int row, int column) {}

  /// A box on whole pixels.
  public CellGrid {
    double x = Math.round(box.x());
    double y = Math.round(box.y());
    box =
        new Box(
            x,
            y,
            Math.max(1, Math.floor(box.right() + 0.5 - x)),
            Math.max(1, Math.floor(box.bottom() + 0.5 - y)));
  }

  /// All cells.
  public CellGrid(Box box, int rows, int columns) {
    this(box, rows, columns, WHOLE);
  }

  /// How wide a cell is.
  public double cellWidth() {
    return box.width() / (columns * part.width());
  }

  /// How high a cell is.
  public double cellHeight() {
    return box.height() / (rows * part.height());
  }

  /// The left edge of a column, which may lie outside the box.
  public double left(int column) {
    double share = ((double) column / columns - part.x()) / part.width();
    return box.x() + Math.floor(share * box.width() + 1e-6);
  }

  /// The top edge of a row, which may lie outside the box.
  public double top(int row) {
    double share = ((double) row / rows - part.y()) / part.height();
    return box.y() + Math.floor(share * box.height() + 1e-6);
  }

  /// Where a cell is.
  public Box cell(int row, int column) {
    double x = left(column);
    double y = top(row);
    return new Box(x, y, left(column + 1) - x, top(row + 1) - y);
  }

  /// Where a row is, from the left edge of the box to the right.
  public Box row(int row) {
    double y = top(row);
    return new Box(box.x(), y, box.width(), top(row + 1) - y);
  }

  /// Where a column is, from the top edge of the box to the bottom.
  public Box column(int column) {
    double x = left(column);
    return new Box(x, box.y(), left(column + 1) - x, box.height());
  }

  /// The first row of which something is seen.
  public int firstRow() {
    return Math.clamp((int) Math.floor(part.y() * rows + 1e-9), 0, rows - 1);
  }

  /// The last row of which something is seen.
  public int lastRow() {
    return Math.clamp((int) Math.ceil(part.bottom() * rows - 1e-9) - 1, 0, rows - 1);
  }

  /// The first column of which something is seen.
  public int firstColumn() {
    return Math.clamp((int) Math.floor(part.x() * columns + 1e-9), 0, columns - 1);
  }

  /// The last column of which something is seen.
  public int lastColumn() {
    return Math.clamp((int) Math.ceil(part.right() * columns - 1e-9) - 1, 0, columns - 1);
  }

  /// The cell at a place.
  public Optional<Cell> at(double x, double y) {
    if (!box.contains(x, y)) {
      return Optional.empty();
    }
    double across = part.x() + (x - box.x()) / box.width() * part.width();
    double down = part.y() + (y - box.y()) / box.height() * part.height();
    return Optional.of(
        new Cell(
            Math.clamp((int) (down * rows), 0, rows - 1),
            Math.clamp((int) (across * columns), 0, columns - 1)));
  }
}
