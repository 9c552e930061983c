package dev.stepwise.draw;

import dev.stepwise.compute.run.Narration;
import java.util.OptionalInt;

/// Which rows of a narration's table stand for a category, to get its colour and marker.
public interface RowCategory {
  /// No row does.
  RowCategory NONE = (_, _) -> OptionalInt.empty();

  /// The category of a row, from 0; empty where it stands for none.
  OptionalInt of(Narration.Table table, int row);

  /// Rows whose first column has this head and a number: category 0 is numbered 1.
  ///
  /// @param head such as `cluster`
  static RowCategory numberedUnder(String head) {
    return (table, row) -> {
      if (table.head().isEmpty() || !table.head().getFirst().equals(head)) {
        return OptionalInt.empty();
      }
      var cell = table.rows().get(row).getFirst();
      return cell.matches("[1-9][0-9]{0,6}")
          ? OptionalInt.of(Integer.parseInt(cell) - 1)
          : OptionalInt.empty();
    };
  }
}
