package dev.stepwise.draw;

import dev.stepwise.draw.CellGrid.Cell;
import dev.stepwise.draw.GridLabels.Label;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A matrix with all that belongs to it: its name and a note above, names of rows and columns, a
/// frame, cells that can be asked about, those that somebody looks at framed, and a part of it seen
/// larger. Begin with [#of] and say what else there is.
///
/// @param title its name; may be empty
/// @param note what is said beside the name, such as its shape; may be empty
/// @param standing whether the step wrote it
/// @param mark its cells
/// @param rows the names of its rows; empty for none
/// @param columns the names of its columns; empty for none
/// @param cells what its cells stand for; empty where they cannot be asked about
/// @param zoom by which the part that is seen is known; empty where all is seen
public record MatrixPanel(
    String title,
    String note,
    Standing standing,
    MatrixMark mark,
    List<String> rows,
    List<String> columns,
    Optional<Cells> cells,
    Optional<String> zoom) {
  private static final double HEAD = 22;

  /// Whether the step wrote a matrix.
  public enum Standing {
    /// It stands as it was.
    GIVEN,
    /// The step wrote in it: its name is in the colour of what is current.
    WRITTEN
  }

  /// What cells stand for.
  ///
  /// @param spots what a cell stands for
  /// @param finding the opposite: the cell that an element stands for, if it is one of these
  public record Cells(Function<Cell, Spot> spots, Function<Element, Optional<Cell>> finding) {}

  /// Copies the names.
  public MatrixPanel {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }

  /// A matrix with a name and nothing else.
  public static MatrixPanel of(String title, MatrixMark mark) {
    return new MatrixPanel(
        title, "", Standing.GIVEN, mark, List.of(), List.of(), Optional.empty(), Optional.empty());
  }

  /// With a note beside the name.
  public MatrixPanel noted(String text) {
    return new MatrixPanel(title, text, standing, mark, rows, columns, cells, zoom);
  }

  /// Without its note where there is no room for it beside the name.
  public MatrixPanel brief(Pen pen, double room) {
    return headWidth(pen) <= room ? this : noted("");
  }

  /// With a standing.
  public MatrixPanel standing(Standing other) {
    return new MatrixPanel(title, note, other, mark, rows, columns, cells, zoom);
  }

  /// With names of rows and columns.
  public MatrixPanel named(List<String> rowNames, List<String> columnNames) {
    return new MatrixPanel(title, note, standing, mark, rowNames, columnNames, cells, zoom);
  }

  /// With cells that can be asked about.
  public MatrixPanel asked(Cells asked) {
    return new MatrixPanel(title, note, standing, mark, rows, columns, Optional.of(asked), zoom);
  }

  /// With a part of it seen larger on request.
  ///
  /// @param id by which the part that is seen is known
  public MatrixPanel zooming(String id) {
    return new MatrixPanel(title, note, standing, mark, rows, columns, cells, Optional.of(id));
  }

  private int height() {
    return mark.values().length;
  }

  private int width() {
    return mark.values()[0].length;
  }

  /// What a panel needs around its cells.
  ///
  /// @param left for the names of rows
  /// @param top for its name and those of columns
  public record Margin(double left, double top) {}

  /// What it needs around its cells; nothing where there are no words.
  ///
  /// @param pitch how far apart columns will be
  public Margin margin(Pen pen, double pitch) {
    if (!pen.speaks()) {
      return new Margin(0, 0);
    }
    var surface = pen.surface();
    double head = title.isEmpty() && note.isEmpty() ? 0 : pen.px(HEAD);
    double left = rows.isEmpty() ? 0 : GridLabels.width(surface, rows, pen.look());
    double names = columns.isEmpty() ? 0 : GridLabels.height(surface, columns, pitch, pen.look());
    return new Margin(left, head + names);
  }

  /// How wide its name and note are beside each other.
  public double headWidth(Pen pen) {
    double noted = note.isEmpty() ? 0 : pen.px(Space.SMALL) + pen.width(note, Role.DETAIL);
    return pen.speaks() ? pen.width(title, Role.HEADING) + noted : 0;
  }

  /// Where its cells are in a room, all around included.
  public CellGrid grid(Spots spots, Box room) {
    var margin = margin(spots.pen(), room.width() / width());
    return around(spots, room.inset(margin.top(), 0, 0, margin.left()));
  }

  /// The grid of cells that fill a box.
  public CellGrid around(Spots spots, Box box) {
    var part = zoom.map(spots.seen());
    return part.isPresent()
        ? new CellGrid(box, height(), width(), part.get())
        : new CellGrid(box, height(), width());
  }

  /// Draws it.
  ///
  /// @param grid where its cells are; [#margin] is left free at its left and top
  public void draw(Spots spots, CellGrid grid) {
    mark.draw(spots.pen().surface(), grid, spots.pen().look());
    surround(spots, grid);
  }

  /// Draws all but the cells, for those who draw these themselves, such as faded or from kept
  /// pixels.
  public void surround(Spots spots, CellGrid grid) {
    var pen = spots.pen();
    pen.surface().rectangle(grid.box(), 0, Ink.stroked(pen.palette().faint(), 1));
    double top = margin(pen, grid.cellWidth()).top();
    head(pen, grid.box().inset(-top, 0, 0, 0));
    names(pen, grid);
    cells.ifPresent(asked -> ask(spots, grid, asked));
    zoom.ifPresent(id -> spots.hits().zoomable(id, grid.box()));
  }

  /// Draws its name and note alone, at the top of a box.
  public void head(Pen pen, Box box) {
    if (title.isEmpty() && note.isEmpty()) {
      return;
    }
    var palette = pen.palette();
    var colour = standing == Standing.WRITTEN ? palette.accent() : palette.text();
    var heading = pen.type(Role.HEADING).coloured(colour);
    double baseline = box.y() + heading.size();
    pen.write(title, box.x(), baseline, heading);
    double beside = title.isEmpty() ? 0 : pen.width(title, heading) + pen.px(Space.SMALL);
    pen.write(note, box.x() + beside, baseline, pen.type(Role.DETAIL));
  }

  private void names(Pen pen, CellGrid grid) {
    if (!pen.speaks()) {
      return;
    }
    var surface = pen.surface();
    var look = pen.look();
    if (!rows.isEmpty()) {
      var type = nameType(pen, grid.cellHeight());
      GridLabels.rows(surface, grid, look, grid.box().x(), row -> new Label(rows.get(row), type));
    }
    if (!columns.isEmpty()) {
      var type = nameType(pen, grid.cellWidth());
      double widest = GridLabels.widest(surface, columns, grid.cellWidth(), look);
      GridLabels.columns(
          surface,
          grid,
          look,
          grid.box().y(),
          widest,
          column -> new Label(columns.get(column), type));
    }
  }

  private static Type nameType(Pen pen, double pitch) {
    return pen.type(Role.LABEL).at(GridLabels.size(pitch, pen.look()));
  }

  private void ask(Spots spots, CellGrid grid, Cells asked) {
    var hits = new CellHits(grid, mark.known(), asked.spots(), asked.finding());
    var seen = grid.box().inset(-spots.pen().px(Space.LINE));
    spots.pen().surface().clipped(seen, () -> spots.add(hits));
  }
}
