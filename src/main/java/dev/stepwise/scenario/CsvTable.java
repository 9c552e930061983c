package dev.stepwise.scenario;

import dev.stepwise.compute.run.Cancellation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
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
/// @param rows the cells as they stand in the file, without white space around them, as many a row
///   as there are columns; at least one row
/// @param rowNumbers where each row stands in the file, counted from 1 as a spreadsheet does: blank
///   lines and the row of names included
public record CsvTable(
    String file,
    Header header,
    List<Column> columns,
    List<List<String>> rows,
    List<Integer> rowNumbers) {

  /// The largest file that is read, in bytes.
  public static final int LIMIT = 64 << 20;

  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
  private static final int SAMPLE = 20;
  private static final int ROWS_A_REPORT = 1024;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  /// A number with a comma before its decimals, or none: what Excel writes in much of Europe.
  private static final Pattern COMMA_NUMBER =
      Pattern.compile("[+-]?(\\d+,?\\d*|,\\d+)([eE][+-]?\\d+)?");

  /// Whether the columns have names in the file.
  public enum Header {
    NAMED,
    NUMBERED
  }

  /// What a column holds.
  public enum Content {
    /// Finite numbers, in every row; where one has a decimal comma, none has a decimal point.
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
    rowNumbers = List.copyOf(rowNumbers);
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
    boolean named =
        cells(records.getFirst()).stream().noneMatch(cell -> isNumber(cell) || isCommaNumber(cell));
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
    var data = named ? records.subList(1, records.size()) : records;
    var rows = data.stream().map(CsvTable::cells).toList();
    if (rows.isEmpty()) {
      long only = records.getFirst().getRecordNumber();
      throw new ScenarioException(
          file, "row " + only, "is the only row", "add rows of numbers below it");
    }
    var columns =
        IntStream.range(0, first.size())
            .mapToObj(index -> new Column(name(first, index, named), content(rows, index)))
            .toList();
    var numbers = data.stream().map(record -> Math.toIntExact(record.getRecordNumber())).toList();
    return new CsvTable(file, header, columns, rows, numbers);
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
  /// @throws ScenarioException where a cell is not a finite number
  /// @throws IllegalArgumentException where no column is chosen
  public double[][] select(List<Integer> chosen) throws ScenarioException {
    return select(chosen, _ -> {});
  }

  /// The numbers of some columns. Takes seconds for the largest files; an interrupt stops it, see
  /// [Cancellation].
  ///
  /// @param chosen indices of columns from 0, in the order wanted
  /// @param progress hears now and then how much is done, from 0 to 1
  /// @return a row of numbers for each row of the table
  /// @throws ScenarioException where a cell is not a finite number
  /// @throws IllegalArgumentException where no column is chosen
  public double[][] select(List<Integer> chosen, DoubleConsumer progress) throws ScenarioException {
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException("at least one column must be chosen");
    }
    double[][] selected = new double[rows.size()][chosen.size()];
    for (int row = 0; row < selected.length; row++) {
      if (row % ROWS_A_REPORT == 0) {
        Cancellation.checkpoint();
        progress.accept((double) row / selected.length);
      }
      for (int j = 0; j < chosen.size(); j++) {
        selected[row][j] = number(row, chosen.get(j));
      }
    }
    return selected;
  }

  private double number(int row, int column) throws ScenarioException {
    var cell = rows.get(row).get(column);
    if (columns.get(column).content() == Content.NUMBERS) {
      return Double.parseDouble(cell.replace(',', '.'));
    }
    if (!isNumber(cell)) {
      throw notNumber(row, column);
    }
    return Double.parseDouble(cell);
  }

  private ScenarioException notNumber(int row, int column) {
    var cell = rows.get(row).get(column);
    var place = "row " + rowNumbers.get(row) + ", column '" + columns.get(column).name() + "'";
    return isCommaNumber(cell)
        ? new ScenarioException(
            file,
            place,
            "'" + cell + "' has a decimal comma, but not all of the column are such numbers",
            "write decimal points, or choose other columns")
        : new ScenarioException(
            file,
            place,
            cell.isEmpty() ? "is empty" : "'" + cell + "' is not a number",
            "give a finite number, or choose other columns");
  }

  /// Why a column cannot be taken as numbers: the first cell that is in the way; empty where it
  /// can. Goes through all rows at worst.
  ///
  /// @param column an index from 0
  public Optional<ScenarioException> obstacle(int column) {
    if (columns.get(column).content() == Content.NUMBERS) {
      return Optional.empty();
    }
    // What is no number by any reading tells more than a decimal comma beside it.
    return firstRow(column, cell -> !isNumber(cell) && !isCommaNumber(cell))
        .or(() -> firstRow(column, cell -> !isNumber(cell)))
        .map(row -> notNumber(row, column));
  }

  private Optional<Integer> firstRow(int column, Predicate<String> wanted) {
    return IntStream.range(0, rows.size())
        .filter(row -> wanted.test(rows.get(row).get(column)))
        .boxed()
        .findFirst();
  }

  /// The separator that cuts the first rows into equally many columns, more than one. Commas come
  /// last then, because they may be decimal commas. Where no separator cuts regularly, the one that
  /// cuts the first row most often.
  private static char separator(String text) {
    return SEPARATORS.stream()
        .max(
            Comparator.comparing((Character separator) -> cutsRegularly(text, separator))
                .thenComparing(separator -> separator != ',' && cutsRegularly(text, separator))
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
        var row = rows.next();
        if (!isBlank(row)) {
          widths.add(row.size());
        }
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
            .setIgnoreEmptyLines(false) // so that they count in the rows' numbers
            .get();
    return CSVParser.parse(text, format);
  }

  private static List<CSVRecord> records(String file, String text, char separator)
      throws ScenarioException {
    try (var parser = parser(text, separator)) {
      return parser.stream().filter(row -> !isBlank(row)).toList();
    } catch (IOException | UncheckedIOException e) {
      throw new ScenarioException(
          file, "", "is not a table: " + e.getMessage(), "mind its quotation marks");
    }
  }

  private static boolean isBlank(CSVRecord row) {
    return row.size() == 1 && row.get(0).isBlank();
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
            || rows.stream().allMatch(row -> isCommaNumber(row.get(index)))
        ? Content.NUMBERS
        : Content.TEXTS;
  }

  private static boolean isCommaNumber(String cell) {
    return COMMA_NUMBER.matcher(cell).matches()
        && Double.isFinite(Double.parseDouble(cell.replace(',', '.')));
  }

  /// Stricter than [Double#parseDouble(String)], which also takes `1f`, `0x1p3` and `NaN`.
  private static boolean isNumber(String cell) {
    return NUMBER.matcher(cell).matches() && Double.isFinite(Double.parseDouble(cell));
  }
}
