package dev.stepwise.draw;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/// The names of the rows or of the columns of a grid, as many as have room. Those that the step is
/// about are bold, in the colour of what is current. Begin with [#of] and say what else there is.
///
/// @param names one a row or column
/// @param strong which of them the step is about
/// @param spots what a name stands for; empty where they cannot be asked about
public record GridNames(
    List<String> names, IntPredicate strong, Optional<IntFunction<Spot>> spots) {
  /// How wide a name at the left can be hit.
  private static final double WIDE = 66;

  /// How high a name at the top can be hit.
  private static final double HIGH = 22;

  /// Copies the names.
  public GridNames {
    names = List.copyOf(names);
  }

  /// Names and nothing else.
  public static GridNames of(List<String> names) {
    return new GridNames(names, _ -> false, Optional.empty());
  }

  /// With some that the step is about.
  public GridNames strong(IntPredicate which) {
    return new GridNames(names, which, spots);
  }

  /// With what they stand for.
  public GridNames asked(IntFunction<Spot> asked) {
    return new GridNames(names, strong, Optional.of(asked));
  }

  /// How much room they take at the left of rows.
  public double width(Pen pen) {
    return pen.speaks() ? GridLabels.width(pen.surface(), names, pen.look()) : 0;
  }

  /// How much room they take above columns.
  ///
  /// @param pitch how far apart columns are
  public double height(Pen pen, double pitch) {
    return pen.speaks() ? GridLabels.height(pen.surface(), names, pitch, pen.look()) : 0;
  }

  /// How far the last one above reaches beyond its column.
  ///
  /// @param pitch how far apart columns are
  public double overhang(Pen pen, double pitch) {
    return pen.speaks() ? GridLabels.overhang(pen.surface(), names, pitch, pen.look()) : 0;
  }

  /// Writes them at the left of the rows of a grid.
  ///
  /// @param right before which they end
  public void rows(Spots spots, CellGrid grid, double right) {
    var pen = spots.pen();
    if (pen.speaks()) {
      double left = right - pen.px(Space.TIGHT) - pen.px(WIDE);
      GridLabels.rows(
          pen.surface(),
          grid,
          pen.look(),
          right,
          row -> {
            var line = grid.row(row);
            note(spots, row, new Box(left, line.y(), pen.px(WIDE), line.height()));
            return label(pen, row, grid.cellHeight());
          });
    }
  }

  /// Writes them above the columns of a grid.
  public void columns(Spots spots, CellGrid grid) {
    var pen = spots.pen();
    if (pen.speaks()) {
      double pitch = grid.cellWidth();
      double bottom = grid.box().y();
      GridLabels.columns(
          pen.surface(),
          grid,
          pen.look(),
          bottom,
          GridLabels.widest(pen.surface(), names, pitch, pen.look()),
          column -> {
            var line = grid.column(column);
            double high = pen.px(HIGH);
            note(spots, column, new Box(line.x(), bottom - high, line.width(), high));
            return label(pen, column, pitch);
          });
    }
  }

  private void note(Spots spots, int index, Box place) {
    this.spots
        .map(asked -> asked.apply(index))
        .ifPresent(spot -> spots.hits().add(spot.element(), place, spot.description()));
  }

  private GridLabels.Label label(Pen pen, int index, double pitch) {
    var type = pen.type(Role.BODY).at(GridLabels.size(pitch, pen.look()));
    var set = strong.test(index) ? type.bold().coloured(pen.palette().accent()) : type;
    return new GridLabels.Label(names.get(index), set);
  }
}
