package dev.stepwise.panel;

import dev.stepwise.compute.run.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A value as sheets of rows and columns: one for a vector or a matrix, one for each part of what
/// is nested.
public final class ValueSheets {
  private static final int DIGITS = 6;

  private ValueSheets() {}

  /// A table of cells.
  ///
  /// @param title which part it is, as Python writes it: `[2]`, `['W1']`; empty for the whole
  /// @param cells the cell of a row and a column, complete: a number as it can be read back
  public record Sheet(
      String title, int rows, int columns, BiFunction<Integer, Integer, String> cells) {

    /// A cell for reading: a number with at most six significant digits.
    public String shown(int row, int column) {
      return brief(cells.apply(row, column));
    }

    /// All cells, tabs between the columns, a line a row: what spreadsheets paste.
    public String copied() {
      return IntStream.range(0, rows)
          .mapToObj(row ->
              IntStream.range(0, columns)
                  .mapToObj(column -> cells.apply(row, column))
                  .collect(Collectors.joining("\t")))
          .collect(Collectors.joining("\n"));
    }
  }

  /// The sheets of a value, at least one.
  public static List<Sheet> of(Value value) {
    var sheets = new ArrayList<Sheet>();
    collect("", value, sheets);
    return sheets.isEmpty() ? List.of(new Sheet("", 0, 0, (_, _) -> "")) : List.copyOf(sheets);
  }

  private static void collect(String title, Value value, List<Sheet> sheets) {
    switch (value) {
      case Value.Vector(var values) ->
          sheets.add(new Sheet(title, values.length, 1, (i, _) -> Double.toString(values[i])));
      case Value.Labels(var values) ->
          sheets.add(new Sheet(title, values.length, 1, (i, _) -> Integer.toString(values[i])));
      case Value.Matrix(var rows) ->
          sheets.add(
              new Sheet(
                  title,
                  rows.length,
                  rows.length == 0 ? 0 : rows[0].length,
                  (i, j) -> Double.toString(rows[i][j])));
      case Value.Many(var values) -> many(title, values, sheets);
      case Value.Named(var values) ->
          values.forEach((name, part) -> collect(title + "['" + name + "']", part, sheets));
      case Value.Scalar(var number) ->
          sheets.add(new Sheet(title, 1, 1, (_, _) -> Double.toString(number)));
      case Value.Whole(var number) ->
          sheets.add(new Sheet(title, 1, 1, (_, _) -> Long.toString(number)));
      case Value.Flag(var flag) ->
          sheets.add(new Sheet(title, 1, 1, (_, _) -> flag ? "True" : "False"));
      case Value.Text(var text) -> sheets.add(new Sheet(title, 1, 1, (_, _) -> text));
    }
  }

  /// A list of single values is a column, a list of vectors a row each; anything else has a sheet
  /// each.
  private static void many(String title, List<Value> values, List<Sheet> sheets) {
    var parts = values.stream().map(ValueSheets::of).toList();
    boolean flat =
        parts.stream().allMatch(part -> part.size() == 1 && part.getFirst().columns() <= 1);
    if (flat && !values.isEmpty()) {
      int columns = parts.stream().mapToInt(part -> part.getFirst().rows()).max().orElse(0);
      sheets.add(
          new Sheet(
              title,
              values.size(),
              columns,
              (i, j) -> {
                var part = parts.get(i).getFirst();
                return j < part.rows() ? part.cells().apply(j, 0) : "";
              }));
      return;
    }
    for (int i = 0; i < values.size(); i++) {
      collect(title + "[" + i + "]", values.get(i), sheets);
    }
  }

  private static String brief(String cell) {
    if (!cell.matches("-?\\d+\\.\\d+(E-?\\d+)?")) {
      return cell.equals("NaN") ? "nan" : cell.replace("Infinity", "inf").replace('-', '−');
    }
    double number = Double.parseDouble(cell);
    if (number == Math.rint(number) && Math.abs(number) < 1e6) {
      return Long.toString((long) number).replace('-', '−');
    }
    var rounded = new BigDecimal(cell).round(new MathContext(DIGITS)).stripTrailingZeros();
    double size = Math.abs(number);
    if (size >= 1e-4 && size < 1e6) {
      return rounded.toPlainString().replace('-', '−');
    }
    int exponent = rounded.precision() - rounded.scale() - 1;
    return (rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent)
        .replace('-', '−');
  }
}
