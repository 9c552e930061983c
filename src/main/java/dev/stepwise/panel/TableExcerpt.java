package dev.stepwise.panel;

import dev.stepwise.compute.run.Narration.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The part of a table that has room: its first rows, the row that decides wherever it is, and how
/// many are left out.
final class TableExcerpt {
  /// Fewer say nothing: a row, the one that decides, and how many more there are.
  static final int LEAST = 3;

  private TableExcerpt() {}

  /// A table of at most so many rows.
  ///
  /// @param most at least [#LEAST]
  static Table of(Table table, int most) {
    int count = table.rows().size();
    if (count <= most) {
      return table;
    }
    int first = most - 1;
    boolean later = table.telling() >= first;
    if (later) {
      first--;
    }
    var rows = new ArrayList<>(table.rows().subList(0, first));
    if (later) {
      rows.add(table.rows().get(table.telling()));
    }
    var rest = new ArrayList<>(Collections.nCopies(table.head().size(), "…"));
    rest.set(0, "and %d more".formatted(count - rows.size()));
    rows.add(List.copyOf(rest));
    return new Table(table.head(), rows, later ? first : table.telling());
  }
}
