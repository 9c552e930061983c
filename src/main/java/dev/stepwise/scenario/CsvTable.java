package dev.stepwise.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A table from a text file: CSV with any separator, what spreadsheets write in any country, and
/// what NumPy's `savetxt` writes.
///
/// @param file the file's name, for messages
/// @param written how it is written
/// @param columns at least one
/// @param rows the cells as they stand in the file, without white space around them, as many a row
///   as there are columns; at least one row
/// @param rowNumbers where each row stands in the file
/// @param doubts what might be meant otherwise
/// @param notes what a person should know
public record CsvTable(
    String file,
    Layout written,
    List<Column> columns,
    List<List<String>> rows,
    List<Integer> rowNumbers,
    List<Doubt> doubts,
    List<String> notes)
    implements Table {

  /// Copies what it is given.
  public CsvTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    rowNumbers = List.copyOf(rowNumbers);
    doubts = List.copyOf(doubts);
    notes = List.copyOf(notes);
  }

  /// Reads a file.
  ///
  /// @throws ScenarioException where it is not a table
  public static CsvTable read(Path path, Choices choices) throws ScenarioException {
    var file = path.toString();
    return of(file, TextDecoding.of(file, FileBytes.raw(path, LIMIT)), choices);
  }

  /// Reads a text, as it comes from the clipboard.
  ///
  /// @param file its name, for messages
  /// @throws ScenarioException where it is not a table
  public static CsvTable parse(String file, String text, Choices choices) throws ScenarioException {
    var unmarked = text.startsWith("\ufeff") ? text.substring(1) : text;
    return of(file, new TextDecoding(unmarked, Optional.empty()), choices);
  }

  private static CsvTable of(String file, TextDecoding text, Choices choices)
      throws ScenarioException {
    var records = CsvRecords.of(file, text.text(), choices.separator());
    var rows = records.rows();
    var doubts = new ArrayList<Doubt>();
    records.doubt().ifPresent(question -> doubts.add(new Doubt(Topic.SEPARATOR, question)));
    // The first row may hold names, which say nothing of numbers.
    var below = rows.size() > 1 ? rows.subList(1, rows.size()) : rows;
    var sign = Cells.sign(below, records.separator() == Separator.SEMICOLON);
    var decimal = choices.decimal().orElse(sign.decimal());
    if (choices.decimal().isEmpty()) {
      sign.doubt().ifPresent(question -> doubts.add(new Doubt(Topic.DECIMAL, question)));
    }
    var first =
        records.names().isPresent()
            ? new FirstRow(Header.NAMED, Optional.empty())
            : FirstRow.of(rows.getFirst(), rows.subList(1, rows.size()), decimal);
    var header = choices.header().orElse(first.header());
    if (choices.header().isEmpty()) {
      first.doubt().ifPresent(question -> doubts.add(new Doubt(Topic.HEADER, question)));
    }
    boolean named = header == Header.NAMED;
    int skipped = named && records.names().isEmpty() ? 1 : 0;
    if (rows.size() == skipped) {
      throw new ScenarioException(
          file,
          "row " + records.numbers().getFirst(),
          "is the only row",
          "add rows of numbers below it");
    }
    var names = records.names().orElse(rows.getFirst());
    var data = rows.subList(skipped, rows.size());
    var columns =
        IntStream.range(0, rows.getFirst().size())
            .mapToObj(index -> new Column(name(names, index, named), content(data, index, decimal)))
            .toList();
    return new CsvTable(
            file,
            new Layout(records.separator(), decimal, header),
            columns,
            data,
            records.numbers().subList(skipped, rows.size()),
            doubts,
            text.note().stream().toList())
        .withoutEmptyColumns(names, named);
  }

  private static String name(List<String> names, int index, boolean named) {
    boolean nameless = !named || names.get(index).isEmpty();
    return nameless ? "column " + (index + 1) : names.get(index);
  }

  private static Content content(List<List<String>> rows, int column, Decimal decimal) {
    boolean gaps = false;
    boolean numbers = false;
    for (var row : rows) {
      var cell = row.get(column);
      if (!Double.isNaN(Cells.number(cell, decimal))) {
        numbers = true;
      } else if (Cells.isMissing(cell)) {
        gaps = true;
      } else {
        return Content.TEXTS;
      }
    }
    return !numbers ? Content.TEXTS : gaps ? Content.GAPS : Content.NUMBERS;
  }

  /// Leaves out columns without a name in which nothing stands, as separators in a row's middle or
  /// at its end make them.
  private CsvTable withoutEmptyColumns(List<String> names, boolean named) {
    var kept =
        IntStream.range(0, columns.size())
            .filter(c ->
                (named && !names.get(c).isEmpty())
                    || rows.stream().anyMatch(row -> !row.get(c).isEmpty()))
            .boxed()
            .toList();
    if (kept.size() == columns.size()) {
      return this;
    }
    return new CsvTable(
        file,
        written,
        kept.stream().map(columns::get).toList(),
        rows.stream().map(row -> kept.stream().map(row::get).toList()).toList(),
        rowNumbers,
        doubts,
        notes);
  }

  @Override
  public Optional<Layout> layout() {
    return Optional.of(written);
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public String cell(int row, int column) {
    return rows.get(row).get(column);
  }

  @Override
  public int rowNumber(int row) {
    return rowNumbers.get(row);
  }

  @Override
  public double number(int row, int column) {
    return Cells.number(cell(row, column), written.decimal());
  }

  @Override
  public boolean isGap(int row, int column) {
    var cell = cell(row, column);
    return cell.isEmpty()
        || (columns.get(column).content() == Content.GAPS && Cells.isMissing(cell));
  }

  @Override
  public CsvTable without(Collection<Integer> left) {
    var kept = Table.others(rows.size(), left);
    var fewer = kept.stream().map(rows::get).toList();
    var same =
        IntStream.range(0, columns.size())
            .mapToObj(c -> new Column(columns.get(c).name(), content(fewer, c, written.decimal())))
            .toList();
    var numbers = kept.stream().map(rowNumbers::get).toList();
    return new CsvTable(file, written, same, fewer, numbers, doubts, notes);
  }

  @Override
  public Optional<ScenarioException> obstacle(int column) {
    if (columns.get(column).content() != Content.TEXTS) {
      return Optional.empty();
    }
    return IntStream.range(0, rows.size())
        .filter(row -> Double.isNaN(number(row, column)) && !Cells.isMissing(cell(row, column)))
        .mapToObj(row -> notNumber(row, column))
        .findFirst()
        .or(() ->
            Optional.of(
                new ScenarioException(
                    file,
                    "column '" + columns.get(column).name() + "'",
                    "holds nothing",
                    "choose other columns")));
  }

  @Override
  public ScenarioException notNumber(int row, int column) {
    var cell = cell(row, column);
    var place = "row " + rowNumber(row) + ", column '" + columns.get(column).name() + "'";
    var other = written.decimal() == Decimal.POINT ? Decimal.COMMA : Decimal.POINT;
    if (!Double.isNaN(Cells.number(cell, other))) {
      return new ScenarioException(
          file,
          place,
          "'%s' has a decimal %s, but the table has decimal %ss"
              .formatted(cell, other.word(), written.decimal().word()),
          "write all numbers alike, or choose other columns");
    }
    return new ScenarioException(
        file,
        place,
        cell.isEmpty() ? "is empty" : "'" + cell + "' is not a number",
        cell.isEmpty()
            ? "give a finite number, or leave the row out"
            : "give a finite number, or choose other columns");
  }
}
