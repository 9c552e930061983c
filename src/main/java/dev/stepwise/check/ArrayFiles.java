package dev.stepwise.check;

import dev.stepwise.scenario.JsonObject;
import dev.stepwise.scenario.NamedArray;
import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.TextFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// Reads arrays with names from files that any language can write.
final class ArrayFiles {
  private static final int DEEPEST = 8;

  private ArrayFiles() {}

  /// The arrays of a file, in its order. A file of one array gives it the file's name; `.json` is
  /// an object of nested lists; `.csv` is one matrix of numbers, a line a row.
  static List<Seen> read(Path path) throws ScenarioException {
    var name = path.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".json")) {
      return json(path);
    }
    if (name.endsWith(".csv")) {
      return List.of(csv(path));
    }
    return NamedArray.read(path).stream()
        .map(array -> Seen.returned(array.name(), new Held.Numbers(tensor(array))))
        .toList();
  }

  private static Tensor tensor(NamedArray array) {
    var kind =
        switch (array.numbers()) {
          case SINGLE -> Tensor.Kind.SINGLE;
          case WHOLE -> Tensor.Kind.WHOLE;
          case DOUBLE -> Tensor.Kind.DOUBLE;
        };
    return new Tensor(array.shape(), array.data(), kind);
  }

  private static List<Seen> json(Path path) throws ScenarioException {
    var file = path.toString();
    JsonObject object;
    try {
      object = JsonObject.read(TextFile.read(path).getBytes(StandardCharsets.UTF_8));
    } catch (JacksonException | IllegalArgumentException | StackOverflowError _) {
      throw new ScenarioException(
          file, "", "is no JSON object", "give names and nested lists: {\"Q\": [[1, 2]]}");
    }
    var seen = new ArrayList<Seen>();
    for (var each : object.fields().entrySet()) {
      if (each.getKey().equals("encodings") && each.getValue() instanceof JsonObject words) {
        words
            .fields()
            .values()
            .forEach(tokens -> seen.add(Seen.returned("encodings", Held.words(tokens))));
        continue;
      }
      var numbers = new ArrayList<Double>();
      var shape = shape(each.getValue(), numbers, 0);
      seen.add(
          Seen.returned(
              each.getKey(),
              shape
                  .<Held>map(sides -> new Held.Numbers(array(sides, numbers)))
                  .orElseGet(() -> Held.words(dictionary(each.getValue())))));
    }
    return seen;
  }

  private static Object dictionary(Object value) {
    if (value instanceof JsonObject object) {
      var entries = new ArrayList<Object>();
      object.fields().forEach((key, each) -> entries.add(List.of(key, each)));
      return new Held.Entries(entries);
    }
    return value;
  }

  private static Tensor array(List<Integer> sides, List<Double> numbers) {
    boolean whole = numbers.stream().allMatch(number -> number == Math.rint(number));
    return new Tensor(
        sides.stream().mapToInt(Integer::intValue).toArray(),
        numbers.stream().mapToDouble(Double::doubleValue).toArray(),
        whole ? Tensor.Kind.WHOLE : Tensor.Kind.DOUBLE);
  }

  /// The sides of nested lists of numbers; empty where they hold anything else or are ragged. What
  /// a trace writes for a number that is not finite is understood.
  private static Optional<List<Integer>> shape(Object value, List<Double> numbers, int depth) {
    if (value instanceof Number number) {
      numbers.add(number.doubleValue());
      return Optional.of(List.of());
    }
    if (value instanceof String text && List.of("NaN", "Infinity", "-Infinity").contains(text)) {
      numbers.add(Double.parseDouble(text));
      return Optional.of(List.of());
    }
    if (!(value instanceof List<?> list) || list.isEmpty() || depth > DEEPEST) {
      return Optional.empty();
    }
    List<Integer> inner = null;
    for (var each : list) {
      var sides = shape(each, numbers, depth + 1);
      if (sides.isEmpty() || (inner != null && !inner.equals(sides.get()))) {
        return Optional.empty();
      }
      inner = sides.get();
    }
    var all = new ArrayList<>(List.of(list.size()));
    all.addAll(inner);
    return Optional.of(all);
  }

  private static Seen csv(Path path) throws ScenarioException {
    var rows = new ArrayList<double[]>();
    int line = 0;
    for (var text : TextFile.read(path).lines().toList()) {
      line++;
      if (text.isBlank()) {
        continue;
      }
      var cells = text.split(",", -1);
      var row = new double[cells.length];
      for (int i = 0; i < cells.length; i++) {
        try {
          row[i] = Double.parseDouble(cells[i].strip());
        } catch (NumberFormatException _) {
          throw new ScenarioException(
              path.toString(),
              "line " + line,
              "'" + cells[i].strip() + "' is no number",
              "give numbers with commas between them, without a header");
        }
      }
      if (!rows.isEmpty() && rows.getFirst().length != row.length) {
        throw new ScenarioException(
            path.toString(),
            "line " + line,
            "has %d numbers, not %d".formatted(row.length, rows.getFirst().length),
            "give a row of the matrix a line");
      }
      rows.add(row);
    }
    if (rows.isEmpty()) {
      throw new ScenarioException(path.toString(), "", "holds no number", "give a matrix");
    }
    var name = String.valueOf(path.getFileName()).replaceFirst("(?i)\\.csv$", "");
    return Seen.returned(
        name, new Held.Numbers(Tensor.matrix(rows.toArray(double[][]::new)).squeezed()));
  }
}
