package dev.stepwise.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A table from a CSV file, whatever its separator and with or without a line of column names.
///
/// @param file the file's name, for messages
/// @param header whether the file's first row holds the columns' names
/// @param columns at least one
/// @param rows the cells without white space around them, as many a row as there are columns; at
///   least one row
public record CsvTable(String file, Header header, List<Column> columns, List<List<String>> rows) {

  /// The largest file that is read, in bytes.
  public static final int LIMIT = 64 << 20;

  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
  private static final int SAMPLE = 20;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  /// Whether the columns have names in the file.
  public enum Header {
    NAMED,
    NUMBERED
  }

  /// What a column holds.
  public enum Content {
    /// Finite numbers, in every row.
    NUMBERS,
    /// Something else in at least one row.
    TEXTS
  }

  /// A column.
  ///
  /// @param name from the file, or `column 3`
  public record Column(String name, Content content) {}

  /// Copies what it is given.
  public CsvTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /// Reads a file.
  ///
  /// @throws ScenarioException where it is not a table
  public static CsvTable read(Path path) throws ScenarioException {
    return parse(path.toString(), text(path));
  }

  /// Reads a file whose first row is what the caller says.
  ///
  /// @throws ScenarioException where it is not a table
  public static CsvTable read(Path path, Header header) throws ScenarioException {
    return parse(path.toString(), text(path), header);
  }

  private static String text(Path path) throws ScenarioException {
    return new String(FileBytes.read(path, LIMIT), StandardCharsets.UTF_8);
  }

  /// Reads a text, as it comes from the clipboard.
  ///
  /// @param file its name, for messages
  /// @throws ScenarioException where it is not a table
  public static CsvTable parse(String file, String text) throws ScenarioException {
    var records = records(file, text);
    boolean named = cells(records.getFirst()).stream().noneMatch(CsvTable::isNumber);
    return of(file, records, named ? Header.NAMED : Header.NUMBERED);
  }

  /// Reads a text whose first row is what the caller says.
  ///
  /// @param file its name, for messages
  /// @throws ScenarioException where it is not a table
  public static CsvTable parse(String file, String text, Header header) throws ScenarioException {
    return of(file, records(file, text), header);
  }

  private static CsvTable of(String file, List<CSVRecord> records, Header header)
      throws ScenarioException {
    boolean named = header == Header.NAMED;
    var first = cells(records.getFirst());
    var rows = records.stream().skip(named ? 1 : 0).map(CsvTable::cells).toList();
    if (rows.isEmpty()) {
      throw new ScenarioException(file, "row 1", "is the only row", "add rows of numbers below it");
    }
    var columns =
        IntStream.range(0, first.size())
            .mapToObj(index -> new Column(name(first, index, named), content(rows, index)))
            .toList();
    return new CsvTable(file, header, columns, rows);
  }

  private static List<CSVRecord> records(String file, String text) throws ScenarioException {
    var records = records(file, text, separator(text));
    if (records.isEmpty()) {
      throw new ScenarioException(file, "line 1", "is empty", "give rows of numbers");
    }
    checkLengths(file, records);
    return records;
  }

  /// The numbers of some columns.
  ///
  /// @param chosen indices of columns from 0, in the order wanted
  /// @return a row of numbers for each row of the table
  /// @throws ScenarioException where a cell is not a finite number; rows are counted from 1 as a
  ///   spreadsheet does, the row of names included
  /// @throws IllegalArgumentException where no column is chosen
  public double[][] select(List<Integer> chosen) throws ScenarioException {
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException("at least one column must be chosen");
    }
    double[][] selected = new double[rows.size()][chosen.size()];
    for (int row = 0; row < selected.length; row++) {
      for (int j = 0; j < chosen.size(); j++) {
        selected[row][j] = number(row, chosen.get(j));
      }
    }
    return selected;
  }

  private double number(int row, int column) throws ScenarioException {
    var cell = rows.get(row).get(column);
    if (!isNumber(cell)) {
      int shown = row + (header == Header.NAMED ? 2 : 1);
      throw new ScenarioException(
          file,
          "row " + shown + ", column '" + columns.get(column).name() + "'",
          cell.isEmpty() ? "is empty" : "'" + cell + "' is not a number",
          "give a finite number, or choose other columns");
    }
    return Double.parseDouble(cell);
  }

  /// The separator that cuts the first rows into equally many columns, more than one; where none
  /// does, the one that cuts the first row most often.
  private static char separator(String text) {
    return SEPARATORS.stream()
        .max(
            Comparator.comparing((Character separator) -> cutsRegularly(text, separator))
                .thenComparing(separator -> widths(text, separator).getFirst()))
        .orElseThrow();
  }

  private static boolean cutsRegularly(String text, char separator) {
    var widths = widths(text, separator);
    return widths.getFirst() > 1 && widths.stream().distinct().count() == 1;
  }

  /// How many cells the first rows have, up to one that cannot be read, which has -1.
  private static List<Integer> widths(String text, char separator) {
    var widths = new ArrayList<Integer>();
    try (var parser = parser(text, separator)) {
      var rows = parser.iterator();
      while (widths.size() < SAMPLE && rows.hasNext()) {
        widths.add(rows.next().size());
      }
    } catch (IOException | UncheckedIOException e) {
      widths.add(-1);
    }
    return widths.isEmpty() ? List.of(-1) : widths;
  }

  private static CSVParser parser(String text, char separator) throws IOException {
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .get();
    return CSVParser.parse(text, format);
  }

  private static List<CSVRecord> records(String file, String text, char separator)
      throws ScenarioException {
    try (var parser = parser(text, separator)) {
      return parser.getRecords();
    } catch (IOException | UncheckedIOException e) {
      throw new ScenarioException(
          file, "", "is not a table: " + e.getMessage(), "mind its quotation marks");
    }
  }

  private static void checkLengths(String file, List<CSVRecord> records) throws ScenarioException {
    int width = records.getFirst().size();
    for (var row : records) {
      if (row.size() != width) {
        throw new ScenarioException(
            file,
            "row " + row.getRecordNumber(),
            "has "
                + (row.size() == 1 ? "1 cell" : row.size() + " cells")
                + ", but the first row has "
                + width,
            "make all rows equally long");
      }
    }
  }

  private static List<String> cells(CSVRecord row) {
    var cells = new ArrayList<String>(row.size());
    row.forEach(cell -> cells.add(cell.strip()));
    return List.copyOf(cells);
  }

  private static String name(List<String> first, int index, boolean named) {
    boolean nameless = !named || first.get(index).isEmpty();
    return nameless ? "column " + (index + 1) : first.get(index);
  }

  private static Content content(List<List<String>> rows, int index) {
    return rows.stream().allMatch(row -> isNumber(row.get(index)))
        ? Content.NUMBERS
        : Content.TEXTS;
  }

  /// Stricter than [Double#parseDouble(String)], which also takes `1f`, `0x1p3` and `NaN`.
  private static boolean isNumber(String cell) {
    return NUMBER.matcher(cell).matches() && Double.isFinite(Double.parseDouble(cell));
  }
}
