package dev.stepwise.scenario;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;

/// A table from NumPy: an array (`.npy`), or all arrays of a file (`.npz`) that have as many rows.
/// NaN is a gap.
///
/// @param file the file's name, for messages
/// @param columns at least one
/// @param values a row of numbers for each row; shared and never written to
/// @param rowNumbers where each row stands in the array, counted from 1
/// @param notes what a person should know
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record ArrayTable(
    String file,
    List<Column> columns,
    double[][] values,
    List<Integer> rowNumbers,
    List<String> notes)
    implements Table {
  private static final byte[] ZIP = {'P', 'K'};

  /// Copies the lists.
  public ArrayTable {
    columns = List.copyOf(columns);
    rowNumbers = List.copyOf(rowNumbers);
    notes = List.copyOf(notes);
  }

  /// Reads a file.
  ///
  /// @throws ScenarioException where it is not a table
  public static ArrayTable read(Path path) throws ScenarioException {
    var file = path.toString();
    byte[] bytes = FileBytes.raw(path, LIMIT);
    boolean zip = bytes.length >= 2 && Arrays.equals(bytes, 0, 2, ZIP, 0, 2);
    if (zip) {
      return of(file, arrays(file, bytes));
    }
    if (file.toLowerCase(Locale.ROOT).endsWith(".npz")) {
      throw new ScenarioException(file, "", "is no zip file", "save it with numpy.savez");
    }
    var only = new LinkedHashMap<String, NpyArray>();
    only.put("", NpyArray.of(file, bytes));
    return of(file, only);
  }

  /// Unpacks all arrays; what would unpack to more than the limit is refused on the way there.
  private static Map<String, NpyArray> arrays(String file, byte[] bytes) throws ScenarioException {
    var arrays = new LinkedHashMap<String, NpyArray>();
    long left = LIMIT;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readNBytes((int) left);
        left -= content.length;
        if (left == 0 && zip.read() >= 0) {
          throw new ScenarioException(
              file,
              entry.getName(),
              "is too large unpacked",
              "all arrays together may have at most " + (LIMIT >> 20) + " MB");
        }
        var name = entry.getName().replaceFirst("\\.npy$", "");
        arrays.put(name, NpyArray.of(file + ", " + name, content));
      }
    } catch (IOException _) {
      throw damaged(file);
    }
    if (arrays.isEmpty()) {
      throw damaged(file);
    }
    return arrays;
  }

  private static ScenarioException damaged(String file) {
    return new ScenarioException(
        file, "", "is a damaged NumPy file", "save it again with numpy.savez");
  }

  private static ArrayTable of(String file, Map<String, NpyArray> arrays) {
    var main =
        arrays.values().stream()
            .filter(array -> !array.vector())
            .findFirst()
            .orElseGet(() -> arrays.values().iterator().next());
    int rows = main.values().length;
    var names = new ArrayList<String>();
    var parts = new ArrayList<double[][]>();
    var notes = new ArrayList<String>();
    arrays.forEach((name, array) -> {
      array.note().ifPresent(notes::add);
      if (array.values().length == rows) {
        parts.add(array.values());
        names(names, name, array);
      } else {
        notes.add(
            "%s is left out: it has %,d rows, not %,d"
                .formatted(name, array.values().length, rows));
      }
    });
    var values = new double[rows][];
    for (int i = 0; i < rows; i++) {
      int row = i;
      values[i] = parts.stream().flatMapToDouble(part -> Arrays.stream(part[row])).toArray();
    }
    var numbers = IntStream.rangeClosed(1, rows).boxed().toList();
    var columns = columns(names, values);
    for (int c = 0; c < columns.size(); c++) {
      if (isEmpty(values, c)) {
        notes.add("'%s' is left out: it is NaN in every row".formatted(columns.get(c).name()));
      }
    }
    return new ArrayTable(file, columns, values, numbers, notes);
  }

  private static void names(List<String> names, String name, NpyArray array) {
    int width = array.values()[0].length;
    for (int c = 1; c <= width; c++) {
      boolean numbered = name.isEmpty() || !array.vector();
      names.add(numbered ? (name.isEmpty() ? "column" : name) + " " + c : name);
    }
  }

  private static List<Column> columns(List<String> names, double[][] values) {
    return IntStream.range(0, names.size())
        .mapToObj(c -> new Column(names.get(c), content(values, c)))
        .toList();
  }

  private static Content content(double[][] values, int column) {
    boolean gaps = Arrays.stream(values).anyMatch(row -> Double.isNaN(row[column]));
    boolean infinite = Arrays.stream(values).anyMatch(row -> Double.isInfinite(row[column]));
    return infinite || isEmpty(values, column)
        ? Content.TEXTS
        : gaps ? Content.GAPS : Content.NUMBERS;
  }

  /// Whether a column says nothing in any row.
  private static boolean isEmpty(double[][] values, int column) {
    return Arrays.stream(values).allMatch(row -> Double.isNaN(row[column]));
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public String cell(int row, int column) {
    double value = values[row][column];
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  @Override
  public int rowNumber(int row) {
    return rowNumbers.get(row);
  }

  @Override
  public double number(int row, int column) {
    return values[row][column];
  }

  @Override
  public List<Doubt> doubts() {
    return List.of();
  }

  @Override
  public Optional<Layout> layout() {
    return Optional.empty();
  }

  @Override
  public boolean isGap(int row, int column) {
    return Double.isNaN(values[row][column]);
  }

  @Override
  public ArrayTable without(Collection<Integer> left) {
    var kept = Table.others(values.length, left);
    double[][] fewer = kept.stream().map(row -> values[row]).toArray(double[][]::new);
    var names = columns.stream().map(Column::name).toList();
    var numbers = kept.stream().map(rowNumbers::get).toList();
    return new ArrayTable(file, columns(names, fewer), fewer, numbers, notes);
  }

  @Override
  public Optional<ScenarioException> obstacle(int column) {
    if (columns.get(column).content() != Content.TEXTS) {
      return Optional.empty();
    }
    if (isEmpty(values, column)) {
      return Optional.of(
          new ScenarioException(
              file,
              "column '%s'".formatted(columns.get(column).name()),
              "is NaN in every row",
              "give numbers, or choose other columns"));
    }
    int row =
        IntStream.range(0, values.length)
            .filter(i -> !Double.isFinite(values[i][column]))
            .findFirst()
            .orElse(0);
    return Optional.of(notNumber(row, column));
  }

  @Override
  public ScenarioException notNumber(int row, int column) {
    return new ScenarioException(
        file,
        "row " + rowNumber(row) + ", column '" + columns.get(column).name() + "'",
        "is " + values[row][column],
        "give a finite number, or choose other columns");
  }
}
