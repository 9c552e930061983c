package dev.stepwise.compute.lstm;

import dev.stepwise.compute.run.Narration.Table;
import java.util.ArrayList;
import java.util.List;

/// A table with a row a unit; of many units the first.
final class UnitTable {
  private static final int ROWS_SHOWN = 12;

  private UnitTable() {}

  /// What is told of a unit, without its number.
  interface Row {
    List<String> cells(int unit);
  }

  static Table of(TimeStep time, List<String> head, Row row) {
    var rows = new ArrayList<List<String>>();
    for (int unit = 0; unit < Math.min(ROWS_SHOWN, time.hidden()); unit++) {
      var cells = new ArrayList<String>();
      cells.add(Integer.toString(unit + 1));
      cells.addAll(row.cells(unit));
      rows.add(cells);
    }
    if (time.hidden() > ROWS_SHOWN) {
      var cells = new ArrayList<>(List.of("of " + time.hidden()));
      while (cells.size() < head.size()) {
        cells.add("…");
      }
      rows.add(cells);
    }
    return new Table(head, rows, -1);
  }
}
