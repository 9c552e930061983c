package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Cell;
import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the rows of the traces are, from top to bottom.
///
/// @param input the strip of the input
/// @param rows one a quantity
/// @param top,bottom of all rows
record TracesLayout(Box input, List<Row> rows, double top, double bottom) {
  /// For the numbers of the time steps.
  private static final double TIMES = 22;

  private static final double LEAST_WITH_LINE = 28;

  /// Where height is dear, a line may be lower: what it does is to be seen, its numbers are at its
  /// right.
  private static final double LEAST_OF_LITTLE = 20;

  /// A unit's height in a strip is at most this, and so is that of a number of the input.
  private static final double UNIT = 13;

  private static final double INPUT = 9;
  private static final int MOST_INPUTS = 6;
  private static final double LEAST_STRIP = 6;

  /// A row: the units over time, and the unit that is looked at as a line or as bars.
  ///
  /// @param plot empty where there is no room
  /// @param bars whether the plot shows kept and added parts as bars
  record Row(Quantity quantity, Box strip, Optional<Box> plot, boolean bars) {}

  /// Copies the list.
  TracesLayout {
    rows = List.copyOf(rows);
  }

  static TracesLayout of(Cell cell, int hidden, int inputs, Box area, Pen pen) {
    var body = pen.speaks() ? pen.below(area).inset(0, 0, pen.px(TIMES), 0) : area;
    var quantities = cell.quantities().stream().filter(q -> q != Quantity.RH).toList();
    double inputHeight =
        Math.min(body.height() * 0.12, pen.px(INPUT) * Math.clamp(inputs, 1, MOST_INPUTS));
    double weights = quantities.stream().mapToDouble(quantity -> weight(cell, quantity)).sum();
    double gap = pen.px(pen.speaks() ? Space.SMALL : Space.LINE);
    double room = body.height() - inputHeight - gap * quantities.size();
    boolean little = pen.speaks() && room / weights < pen.px(LEAST_WITH_LINE);
    if (little) {
      gap = pen.px(Space.TIGHT);
      room = body.height() - inputHeight - gap * quantities.size();
    }
    var rows = new ArrayList<Row>();
    double y = body.y() + inputHeight + gap;
    for (var quantity : quantities) {
      double height = Math.floor(room * weight(cell, quantity) / weights);
      var row = new Box(body.x(), y, body.width(), height);
      rows.add(row(cell, quantity, hidden, row, little, pen));
      y += height + gap;
    }
    var input = new Box(body.x(), Math.round(body.y()), body.width(), Math.floor(inputHeight));
    return new TracesLayout(input, rows, body.y(), y - gap);
  }

  private static double weight(Cell cell, Quantity quantity) {
    return quantity == cell.memory() ? 2.3 : 1;
  }

  private static Row row(
      Cell cell, Quantity quantity, int hidden, Box box, boolean little, Pen pen) {
    boolean memory = quantity == cell.memory();
    boolean bars = memory && cell.keepsAndAdds();
    if (box.height() < pen.px(little ? LEAST_OF_LITTLE : LEAST_WITH_LINE)) {
      return new Row(quantity, strip(box, box.height()), Optional.empty(), bars);
    }
    double share = memory ? 0.32 : little ? 0.5 : 0.6;
    double least = pen.px(LEAST_STRIP);
    double height = Math.clamp(box.height() * share, least, Math.max(least, pen.px(UNIT) * hidden));
    var strip = strip(box, height);
    double gap = pen.px(memory ? Space.TIGHT : Space.LINE);
    var plot = box.inset(strip.bottom() + gap - box.y(), 0, 0, 0);
    return new Row(quantity, strip, Optional.of(plot), bars);
  }

  /// On whole pixels.
  private static Box strip(Box box, double height) {
    return new Box(box.x(), Math.round(box.y()), box.width(), Math.floor(height));
  }
}
