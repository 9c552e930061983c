package dev.stepwise.scenario;

import dev.stepwise.scenario.Table.Separator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// The rows of a text table, cut into cells.
///
/// @param separator what cuts them
/// @param rows the cells without white space around them; rows in which nothing stands are left
///   out, and so are cells behind the last column in which nothing stands
/// @param numbers where each row stands in the file, from 1, counted as a spreadsheet does
/// @param names the names of the columns where a comment before the first row gives them
/// @param doubt the question to a person, where another separator cuts it as well
record CsvRecords(
    Separator separator,
    List<List<String>> rows,
    List<Integer> numbers,
    Optional<List<String>> names,
    Optional<String> doubt) {
  private static final Pattern UNCLOSED = Pattern.compile("\\(startline (\\d+)\\) EOF reached.*");
  private static final Pattern PLACE = Pattern.compile(".*line: (\\d+).*");

  /// Cuts a text.
  ///
  /// @param file its name, for messages
  /// @param separator what cuts it; empty to find out
  /// @throws ScenarioException where it is no table
  static CsvRecords of(String file, String text, Optional<Separator> separator)
      throws ScenarioException {
    var lines = CsvLines.of(text);
    if (lines.isBlank()) {
      throw new ScenarioException(file, "line 1", "is empty", "give rows of numbers");
    }
    var chosen = separator.or(lines::stated);
    return chosen.isPresent()
        ? cut(file, lines, chosen.get())
        : new SeparatorSearch(lines).best(file);
  }

  /// Cuts lines with one separator.
  static CsvRecords cut(String file, CsvLines lines, Separator separator) throws ScenarioException {
    var rows = new ArrayList<List<String>>();
    var numbers = new ArrayList<Integer>();
    try (var parser = parser(lines.text(separator), separator)) {
      for (var row : parser) {
        var cells = cells(row);
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
          rows.add(cells);
          numbers.add(Math.toIntExact(row.getRecordNumber()));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw broken(file, String.valueOf(e.getMessage()));
    }
    if (rows.isEmpty()) {
      throw new ScenarioException(file, "line 1", "holds no cell", "give rows of numbers");
    }
    int width = width(rows);
    var even = new ArrayList<List<String>>();
    for (int i = 0; i < rows.size(); i++) {
      even.add(fitted(file, rows.get(i), width, numbers.get(i)));
    }
    return new CsvRecords(
        separator, even, numbers, lines.names(separator, width), Optional.empty());
  }

  /// The same with a question to a person.
  CsvRecords withDoubt(Optional<String> question) {
    return new CsvRecords(separator, rows, numbers, names, question);
  }

  private static CSVParser parser(String text, Separator separator) throws IOException {
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator.sign())
            .setIgnoreSurroundingSpaces(separator != Separator.BLANKS)
            .setIgnoreEmptyLines(false) // so that they count in the rows' numbers
            .get();
    return CSVParser.parse(text, format);
  }

  private static List<String> cells(CSVRecord row) {
    var cells = new ArrayList<String>(row.size());
    row.forEach(cell -> cells.add(cell.strip()));
    return cells;
  }

  /// How many columns there are: up to the last in which anything stands, in the first row; a row
  /// that goes on with empty cells is no wider.
  private static int width(List<List<String>> rows) {
    int first = filled(rows.getFirst());
    int stated = rows.getFirst().size();
    // A trailing separator in the first row alone, or names left blank above a column that is used.
    return rows.stream().anyMatch(row -> filled(row) > first)
        ? Math.max(
            first, Math.min(stated, rows.stream().mapToInt(CsvRecords::filled).max().orElse(0)))
        : first;
  }

  private static int filled(List<String> cells) {
    int filled = cells.size();
    while (filled > 0 && cells.get(filled - 1).isEmpty()) {
      filled--;
    }
    return filled;
  }

  private static List<String> fitted(String file, List<String> cells, int width, int number)
      throws ScenarioException {
    boolean fits = cells.size() >= width && filled(cells) <= width;
    if (!fits) {
      int count = Math.max(filled(cells), Math.min(cells.size(), width));
      throw new ScenarioException(
          file,
          "row " + number,
          "has %s, but the first row has %d"
              .formatted(count == 1 ? "1 cell" : count + " cells", width),
          "make all rows equally long");
    }
    return List.copyOf(cells.subList(0, width));
  }

  /// What is wrong with quotation marks, in words.
  private static ScenarioException broken(String file, String message) {
    var unclosed = UNCLOSED.matcher(message);
    if (unclosed.find()) {
      return new ScenarioException(
          file,
          "line " + unclosed.group(1),
          "opens a quotation mark that is never closed",
          "close it, or write a quotation mark inside of quoted text twice");
    }
    var place = PLACE.matcher(message);
    return new ScenarioException(
        file,
        place.matches() ? "line " + place.group(1) : "",
        "has a quotation mark inside of quoted text",
        "write it twice (\"\"), or leave out the quotation marks around the text");
  }
}
