package dev.stepwise.owndata;

import dev.stepwise.compute.exercise.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Matrices as text that can be edited: each under its name, a row a line, an empty line between
/// them. Reading what was written gives the same numbers, bit for bit.
final class MatrixText {
  private static final Pattern BRACKETS = Pattern.compile("^\\s*\\[+|\\]+[,;\\s]*$");
  private static final Pattern PLAIN = Pattern.compile("[+\\-−]?[\\d.]+([eE][+\\-−]?\\d+)?");
  private static final Pattern SEPARATOR = Pattern.compile("[\\s,;]+");

  private MatrixText() {}

  /// The matrices, each under its name, every number with all its digits.
  static String of(SequencedMap<String, double[][]> matrices) {
    return matrices.entrySet().stream()
        .map(entry -> entry.getKey() + "\n" + of(entry.getValue()))
        .collect(Collectors.joining("\n\n"));
  }

  private static String of(double[][] matrix) {
    return Arrays.stream(matrix)
        .map(row ->
            Arrays.stream(row).mapToObj(MatrixText::number).collect(Collectors.joining("  ")))
        .collect(Collectors.joining("\n"));
  }

  /// The shortest text that reads as the same double; `-0.0` keeps its sign.
  private static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    boolean negativeZero = value == 0 && 1 / value < 0;
    return whole && !negativeZero ? Long.toString((long) value) : Double.toString(value);
  }

  /// A block of lines under a name, or under none.
  private record Block(Optional<String> name, List<String> lines) {}

  /// The matrices by name. Those without a name over them get the names that are left, in order.
  ///
  /// @param names what the matrices are called
  /// @throws InvalidInput where something is no number, a row has another length, a name is there
  ///   twice, or there are more matrices than names
  static SequencedMap<String, double[][]> read(List<String> names, String text) {
    var blocks = blocks(names, text);
    if (blocks.isEmpty()) {
      throw new InvalidInput(
          "/inputs/" + names.getFirst(),
          "there is no number",
          "give at least one row for " + names.getFirst());
    }
    if (blocks.size() > names.size()) {
      throw new InvalidInput(
          "/inputs", "there are %d matrices".formatted(blocks.size()), "give " + listed(names));
    }
    var left = new ArrayList<>(names);
    blocks.forEach(block -> block.name.ifPresent(name -> takeName(left, name)));
    var matrices = new LinkedHashMap<String, double[][]>();
    for (var block : blocks) {
      var name = block.name.orElseGet(left::removeFirst);
      matrices.put(name, matrix(name, block.lines));
    }
    return matrices;
  }

  private static void takeName(List<String> left, String name) {
    if (!left.remove(name)) {
      throw new InvalidInput("/inputs/" + name, name + " is there twice", "keep one of the two");
    }
  }

  private static List<Block> blocks(List<String> names, String text) {
    var blocks = new ArrayList<Block>();
    Optional<String> name = Optional.empty();
    var lines = new ArrayList<String>();
    for (var line : (text + "\n\n").split("\\R", -1)) {
      var rest = line.strip();
      var named = names.stream().filter(each -> names(line.strip(), each)).findFirst();
      if (named.isPresent()) {
        add(blocks, name, lines);
        name = named;
        rest = rest.substring(named.get().length()).replaceFirst("^\\s*[=:]", "").strip();
      }
      if (!rest.isEmpty()) {
        lines.add(rest);
      } else if (named.isEmpty() && !lines.isEmpty()) {
        add(blocks, name, lines);
        name = Optional.empty();
      }
    }
    return blocks;
  }

  private static void add(List<Block> blocks, Optional<String> name, List<String> lines) {
    if (!lines.isEmpty()) {
      blocks.add(new Block(name, List.copyOf(lines)));
      lines.clear();
    }
  }

  private static boolean names(String line, String name) {
    return line.startsWith(name) && line.substring(name.length()).strip().matches("(?s)([=:].*)?");
  }

  /// “X, W_q and W_k”.
  static String listed(List<String> names) {
    return names.size() == 1
        ? names.getFirst()
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  private static double[][] matrix(String name, List<String> lines) {
    var rows = new ArrayList<double[]>();
    for (var line : lines) {
      var words = List.of(SEPARATOR.split(BRACKETS.matcher(line).replaceAll("").strip()));
      var row = new double[words.size()];
      for (int c = 0; c < row.length; c++) {
        row[c] = number(name, rows.size(), words.get(c));
      }
      if (!rows.isEmpty() && rows.getFirst().length != row.length) {
        throw new InvalidInput(
            "/inputs/%s/%d".formatted(name, rows.size()),
            "row %d of %s has %s, but the first has %d"
                .formatted(rows.size() + 1, name, count(row.length), rows.getFirst().length),
            "give every row as many");
      }
      rows.add(row);
    }
    return rows.toArray(double[][]::new);
  }

  private static String count(int numbers) {
    return numbers == 1 ? "1 number" : numbers + " numbers";
  }

  private static double number(String name, int row, String word) {
    try {
      double value = Double.parseDouble(word.replace('−', '-'));
      if (PLAIN.matcher(word).matches() && Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw new InvalidInput(
        "/inputs/%s/%d".formatted(name, row),
        "“%s” in row %d of %s is not a finite number".formatted(word, row + 1, name),
        "give numbers separated by spaces or commas");
  }

  /// Which matrices are others than before.
  static List<String> changed(Map<String, double[][]> before, Map<String, double[][]> after) {
    return after.entrySet().stream()
        .filter(entry -> {
          double[][] old = before.get(entry.getKey());
          return old == null || !Arrays.deepEquals(old, entry.getValue());
        })
        .map(Map.Entry::getKey)
        .toList();
  }
}
