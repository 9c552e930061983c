package dev.stepwise.draw;

import dev.stepwise.draw.CellGrid.Cell;
import java.util.Optional;
import java.util.function.Function;

/// Where the cells of a matrix can be hit.
///
/// @param known how many cells are there, row by row
/// @param spots what a cell stands for
/// @param finding the opposite: the cell that an element stands for, if it is one of these
public record CellHits(
    CellGrid grid, int known, Function<Cell, Spot> spots, Function<Element, Optional<Cell>> finding)
    implements Hits.Lookup {

  @Override
  public Optional<Hits.Hit> at(double x, double y) {
    return grid.at(x, y).filter(this::isKnown).map(this::hit);
  }

  @Override
  public Optional<Hits.Hit> of(Element element) {
    return finding.apply(element).filter(this::isKnown).map(this::hit);
  }

  private boolean isKnown(Cell cell) {
    return (long) cell.row() * grid.columns() + cell.column() < known;
  }

  private Hits.Hit hit(Cell cell) {
    var spot = spots.apply(cell);
    return new Hits.Hit(spot.element(), grid.cell(cell.row(), cell.column()), spot.description());
  }
}
