package dev.stepwise.owndata;

import dev.stepwise.compute.exercise.InvalidInput;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;

/// What came of taking the chosen columns.
sealed interface Taken {
  /// The place of a number in a matrix, as [InvalidInput] has it.
  Pattern CELL = Pattern.compile("/inputs/[^/]+/(\\d+)/(\\d+)");

  /// Numbers that can be used.
  record Usable(ImportedData data) implements Taken {}

  /// Numbers that cannot be used.
  ///
  /// @param message place, reason and remedy
  record Refused(String message) implements Taken {}

  /// Takes the chosen columns; long for a large table.
  ///
  /// @param check throws [InvalidInput] where the numbers cannot be used
  /// @param progress hears how much is done, from 0 to 1
  static Taken from(ColumnChoice choice, Consumer<ImportedData> check, DoubleConsumer progress) {
    var data = choice.data(progress);
    try {
      check.accept(data);
      return new Usable(data);
    } catch (InvalidInput e) {
      return new Refused(
          choice.title() + ": " + place(e.place(), choice, data) + String.valueOf(e.getMessage()));
    }
  }

  /// The row and column of the file, which the reader knows, unlike those of the matrix.
  private static String place(String place, ColumnChoice choice, ImportedData data) {
    var cell = CELL.matcher(place);
    if (!cell.matches()) {
      return "";
    }
    int row = choice.used().rowNumber(Integer.parseInt(cell.group(1)));
    return "row "
        + row
        + ", column '"
        + data.columns().get(Integer.parseInt(cell.group(2)))
        + "': ";
  }
}
