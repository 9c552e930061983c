package dev.stepwise.view.multihead;

import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid.Cell;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.view.multihead.LedgerPictures.Rows;
import dev.stepwise.view.multihead.MultiHeadElement.OfPiece;
import dev.stepwise.view.multihead.MultiHeadElement.OfWhole;
import java.util.Optional;
import java.util.function.Function;

/// An array in the picture of reshape and transpose.
///
/// @param what it is
/// @param title above it
/// @param stop its numbers, and the one that is followed
/// @param naming the element that a cell stands for
record PiecesPanel(
    Object what, String title, Rows rows, Stop stop, Function<Cell, MultiHeadElement> naming)
    implements Hits.Lookup {

  /// The place of the number that is followed.
  Box mark() {
    return rows.cell(stop.at().row(), stop.at().column());
  }

  @Override
  public Optional<Hits.Hit> at(double x, double y) {
    return rows.at(x, y).map(this::hit);
  }

  @Override
  public Optional<Hits.Hit> of(Element element) {
    return switch (element) {
      case OfWhole(_, int row, int column) -> of(element, row, column);
      case OfPiece(_, int row, int column) -> of(element, row, column);
      default -> Optional.empty();
    };
  }

  private Optional<Hits.Hit> of(Element element, int row, int column) {
    var cell = new Cell(row, column);
    boolean there = row < rows.rows() && column < rows.columns();
    return there && naming.apply(cell).equals(element) ? Optional.of(hit(cell)) : Optional.empty();
  }

  private Hits.Hit hit(Cell cell) {
    return new Hits.Hit(
        naming.apply(cell),
        rows.cell(cell.row(), cell.column()),
        Numbers.text(stop.numbers().value(cell.row(), cell.column())));
  }
}
