package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Cell;
import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the rows of the traces are, from top to bottom.
///
/// @param input the strip of the input
/// @param rows one a quantity
/// @param top,bottom of all rows
record TracesLayout(Box input, List<Row> rows, double top, double bottom) {
  private static final double HEAD = 24;
  private static final double AXIS = 22;
  private static final double GAP = 7;
  private static final double LEAST_WITH_LINE = 30;

  /// In a lecture hall, where height is dear, a line may be lower: what it does is to be seen, its
  /// numbers are at its right.
  private static final double LEAST_PRESENTED = 20;

  private static final double GAP_PRESENTED = 5;

  /// A row: the units over time, and the unit that is looked at as a line or as bars.
  ///
  /// @param plot empty where there is no room
  /// @param bars whether the plot shows kept and added parts as bars
  record Row(Quantity quantity, Box strip, Optional<Box> plot, boolean bars) {}

  /// Copies the list.
  TracesLayout {
    rows = List.copyOf(rows);
  }

  static TracesLayout of(Cell cell, int hidden, int inputs, Box area, Look look) {
    boolean thumbnail = look.density() == Look.Density.THUMBNAIL;
    double top = area.y() + (thumbnail ? 0 : look.px(HEAD));
    double bottom = area.bottom() - (thumbnail ? 0 : look.px(AXIS));
    boolean presents = look.density() == Look.Density.PRESENT;
    double gap = thumbnail ? 2 : look.px(presents ? GAP_PRESENTED : GAP);
    var quantities = cell.quantities().stream().filter(q -> q != Quantity.RH).toList();
    double inputHeight =
        Math.min((bottom - top) * 0.12, Math.max(look.px(8), look.px(9) * Math.min(inputs, 6)));
    double room = bottom - top - inputHeight - gap * quantities.size();
    double weights = 0;
    for (var quantity : quantities) {
      weights += weight(cell, quantity);
    }
    var rows = new ArrayList<Row>();
    double y = top + inputHeight + gap;
    for (var quantity : quantities) {
      double height = Math.floor(room * weight(cell, quantity) / weights);
      rows.add(row(cell, quantity, hidden, new Box(area.x(), y, area.width(), height), look));
      y += height + gap;
    }
    return new TracesLayout(
        new Box(area.x(), Math.round(top), area.width(), Math.floor(inputHeight)),
        rows,
        top,
        y - gap);
  }

  private static double weight(Cell cell, Quantity quantity) {
    return quantity == cell.memory() ? 2.3 : 1;
  }

  private static Row row(Cell cell, Quantity quantity, int hidden, Box box, Look look) {
    boolean memory = quantity == cell.memory();
    boolean bars = memory && cell.keepsAndAdds();
    boolean presents = look.density() == Look.Density.PRESENT;
    double share = memory ? 0.32 : presents ? 0.5 : 0.6;
    boolean hasPlot = box.height() >= look.px(presents ? LEAST_PRESENTED : LEAST_WITH_LINE);
    double strip =
        hasPlot
            ? Math.clamp(
                box.height() * share, look.px(6), Math.max(look.px(6), look.px(13) * hidden))
            : box.height();
    var upper = new Box(box.x(), Math.round(box.y()), box.width(), Math.floor(strip));
    double gap = look.px(memory ? 5 : 2);
    return new Row(
        quantity,
        upper,
        hasPlot
            ? Optional.of(
                new Box(
                    box.x(),
                    upper.bottom() + gap,
                    box.width(),
                    box.bottom() - upper.bottom() - gap))
            : Optional.empty(),
        bars);
  }
}
