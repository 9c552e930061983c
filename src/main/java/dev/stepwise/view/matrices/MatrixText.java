package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Matrices as typed text: a row a line, an empty line between them.
public final class MatrixText {
  private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");
  private static final Pattern BRACKETS = Pattern.compile("^\\s*\\[+|\\]+[,;\\s]*$");
  private static final Pattern SEPARATOR = Pattern.compile("[\\s,;]+");

  private MatrixText() {}

  /// A matrix as text, its first 64 rows, with the digits that the stage shows.
  public static String of(double[][] matrix) {
    return Arrays.stream(matrix)
        .limit(64)
        .map(row ->
            Arrays.stream(row)
                .mapToObj(value -> Numbers.text(value).replace('−', '-'))
                .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n"));
  }

  /// The matrices by name, in the order in which they stand.
  ///
  /// @param names what the matrices are called, X first; the last ones may be left out
  /// @throws InvalidInput where something is no number, a row has another length, or there are more
  ///   matrices than names
  public static Map<String, double[][]> read(List<String> names, String text) {
    var blocks = List.of(BLANK_LINE.split(text.strip()));
    if (text.isBlank()) {
      throw new InvalidInput("/inputs/X", "there is no number", "give at least one row for X");
    }
    if (blocks.size() > names.size()) {
      throw new InvalidInput(
          "/inputs", "there are %d matrices".formatted(blocks.size()), "give " + listed(names));
    }
    var matrices = new LinkedHashMap<String, double[][]>();
    for (int index = 0; index < blocks.size(); index++) {
      matrices.put(names.get(index), matrix(names.get(index), blocks.get(index)));
    }
    return matrices;
  }

  /// “X, W_q and W_k”.
  static String listed(List<String> names) {
    return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  private static double[][] matrix(String name, String block) {
    var rows = new ArrayList<double[]>();
    for (var line : block.strip().lines().toList()) {
      var words = List.of(SEPARATOR.split(BRACKETS.matcher(line).replaceAll("").strip()));
      var row = new double[words.size()];
      for (int c = 0; c < row.length; c++) {
        row[c] = number(name, rows.size(), words.get(c));
      }
      if (!rows.isEmpty() && rows.getFirst().length != row.length) {
        throw new InvalidInput(
            "/inputs/%s/%d".formatted(name, rows.size()),
            "row %d of %s has %s, but the first has %d"
                .formatted(
                    rows.size() + 1,
                    name,
                    Words.count(row.length, "number"),
                    rows.getFirst().length),
            "give every row as many");
      }
      rows.add(row);
    }
    return rows.toArray(double[][]::new);
  }

  private static double number(String name, int row, String word) {
    try {
      double value = Double.parseDouble(word.replace('−', '-'));
      if (Double.isFinite(value)) {
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
}
