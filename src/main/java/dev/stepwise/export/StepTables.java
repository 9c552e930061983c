package dev.stepwise.export;

import dev.stepwise.compute.run.Cancellation;
import dev.stepwise.compute.run.Value;
import dev.stepwise.platform.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// The variables of one step as CSV tables, a file each: a matrix row a line, a vector as a column,
/// a dictionary with its names in the first column. What stands alone, such as an inertia, is
/// together in `values.csv`. Numbers are written as [Double#toString(double)] has them, so that
/// reading them gives the same double.
public final class StepTables {
  private static final String SINGLE_VALUES = "values";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final List<List<?>> singles = new ArrayList<>();

  private StepTables(SequencedMap<String, Value> variables) {
    variables.forEach(this::add);
    if (!singles.isEmpty()) {
      tables.put(SINGLE_VALUES, new Table(List.of("name", "value"), singles));
    }
  }

  /// A table.
  ///
  /// @param names of its columns
  /// @param rows its cells, at most as many a row as there are names
  private record Table(List<String> names, Iterable<? extends List<?>> rows) {}

  /// Writes the tables into a folder, which is made where it does not exist; tables of the same
  /// names are replaced.
  ///
  /// @param variables of the step's frame
  /// @return how many tables were written
  /// @throws IOException where the folder cannot be written
  /// @throws java.util.concurrent.CancellationException where the thread is interrupted
  public static int write(SequencedMap<String, Value> variables, Path folder) throws IOException {
    var tables = new StepTables(variables).tables;
    Files.createDirectories(folder);
    for (var table : tables.entrySet()) {
      AtomicFile.write(
          folder.resolve(table.getKey() + ".csv"), out -> write(table.getValue(), out));
    }
    return tables.size();
  }

  private static void write(Table table, OutputStream out) throws IOException {
    var printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORMAT);
    printer.printRecord(table.names());
    for (var row : table.rows()) {
      Cancellation.checkpoint();
      printer.printRecord(row);
    }
    printer.flush();
  }

  private void add(String name, Value value) {
    switch (value) {
      case Value.Vector _, Value.Labels _ -> put(name, column(name, cells(value)));
      case Value.Matrix(var rows) -> put(name, matrix(name, rows));
      case Value.Many(var values) -> addMany(name, values);
      case Value.Named(var values) -> addNamed(name, values);
      default -> singles.add(List.of(name, single(value)));
    }
  }

  private void put(String name, Table table) {
    tables.put(name.replaceAll("[^A-Za-z0-9_-]", "_"), table);
  }

  private void addMany(String name, List<Value> values) {
    if (values.stream().allMatch(StepTables::isSingle)) {
      put(name, column(name, values.stream().map(StepTables::single).toList()));
    } else if (values.stream().allMatch(StepTables::isRow)) {
      put(name, new Table(columns(name, widest(values)), rows(values)));
    } else {
      for (int i = 0; i < values.size(); i++) {
        add(name + "_" + i, values.get(i));
      }
    }
  }

  private void addNamed(String name, SequencedMap<String, Value> values) {
    if (values.values().stream().allMatch(value -> isSingle(value) || isRow(value))) {
      var names = Stream.concat(Stream.of("name"), columns(name, widest(values.values())).stream());
      var rows =
          values.entrySet().stream()
              .map(each ->
                  Stream.concat(Stream.of(each.getKey()), cells(each.getValue()).stream()).toList())
              .toList();
      put(name, new Table(names.toList(), rows));
    } else {
      values.forEach((inner, value) -> add(name + "_" + inner, value));
    }
  }

  private static int widest(Collection<Value> rows) {
    return rows.stream().mapToInt(row -> cells(row).size()).max().orElse(0);
  }

  private static List<List<?>> rows(List<Value> values) {
    return values.stream().<List<?>>map(StepTables::cells).toList();
  }

  private static boolean isSingle(Value value) {
    return switch (value) {
      case Value.Scalar _, Value.Whole _, Value.Flag _, Value.Text _ -> true;
      default -> false;
    };
  }

  /// Whether a value can stand in one line of a table.
  private static boolean isRow(Value value) {
    return switch (value) {
      case Value.Vector _, Value.Labels _ -> true;
      case Value.Many(var values) -> values.stream().allMatch(StepTables::isSingle);
      default -> false;
    };
  }

  private static List<?> cells(Value value) {
    return switch (value) {
      case Value.Vector(var numbers) -> numbers(numbers);
      case Value.Labels(var labels) -> IntStream.of(labels).boxed().toList();
      case Value.Many(var values) -> values.stream().map(StepTables::single).toList();
      default -> List.of(single(value));
    };
  }

  private static List<Double> numbers(double[] numbers) {
    return IntStream.range(0, numbers.length).mapToObj(i -> numbers[i]).toList();
  }

  private static Object single(Value value) {
    return switch (value) {
      case Value.Scalar(double number) -> number;
      case Value.Whole(long number) -> number;
      case Value.Flag(boolean flag) -> flag;
      case Value.Text(var text) -> text;
      default -> throw new IllegalArgumentException("no single value: " + value.shape());
    };
  }

  private static Table column(String name, List<?> cells) {
    return new Table(List.of(name), cells.stream().map(List::of).toList());
  }

  private static Table matrix(String name, double[][] rows) {
    return new Table(
        columns(name, rows.length == 0 ? 0 : rows[0].length),
        () -> Stream.of(rows).<List<?>>map(StepTables::numbers).iterator());
  }

  private static List<String> columns(String name, int count) {
    return IntStream.range(0, count).mapToObj(column -> name + "_" + column).toList();
  }
}
