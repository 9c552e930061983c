package dev.stepwise.view.lstm;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import java.util.Optional;

/// Finds the cells of a strip without a note for each of them.
///
/// @param box the strip; across it reaches as far as the axis
/// @param rows how many cells stand above each other
/// @param element what a cell stands for; empty where nothing is known
/// @param place where an element is, if it is one of the strip's
record GridLookup(Box box, TimeAxis axis, int rows, ElementOf element, PlaceOf place)
    implements Hits.Lookup {

  /// What a cell stands for.
  interface ElementOf {
    Optional<? extends Element> at(int t, int row);
  }

  /// Where an element is.
  interface PlaceOf {
    Optional<Box> of(Element element, GridLookup lookup);
  }

  @Override
  public Optional<Hits.Hit> at(double x, double y) {
    if (x < axis.left() || x >= axis.right() || y < box.y() || y >= box.bottom()) {
      return Optional.empty();
    }
    int t = axis.at(x);
    int row = Math.clamp((int) ((y - box.y()) / box.height() * rows), 0, rows - 1);
    return element
        .at(t, row)
        .map(found -> new Hits.Hit(found, cell(t, row), "time step " + (t + 1)));
  }

  @Override
  public Optional<Hits.Hit> of(Element wanted) {
    return place.of(wanted, this).map(at -> new Hits.Hit(wanted, at, ""));
  }

  /// The place of a cell.
  Box cell(int t, int row) {
    double top = Math.floor(box.height() * row / rows);
    double bottom = Math.ceil(box.height() * (row + 1) / rows);
    return axis.column(t, 1, box.y() + top, bottom - top);
  }
}
