package dev.stepwise.view.attention;

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
final class MatrixText {
  private static final List<String> NAMES = List.of("X", "W_q", "W_k", "W_v");

  private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");
  private static final Pattern BRACKETS = Pattern.compile("^\\s*\\[+|\\]+[,;\\s]*$");
  private static final Pattern SEPARATOR = Pattern.compile("[\\s,;]+");

  private MatrixText() {}

  /// A matrix as text.
  static String of(double[][] matrix) {
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
  /// @throws InvalidInput where something is no number, or a row has another length
  static Map<String, double[][]> read(String text) {
    var blocks = List.of(BLANK_LINE.split(text.strip()));
    if (text.isBlank()) {
      throw new InvalidInput("/inputs/X", "there is no number", "give at least one row for X");
    }
    if (blocks.size() > NAMES.size()) {
      throw new InvalidInput(
          "/inputs", "there are %d matrices".formatted(blocks.size()), "give X, W_q, W_k and W_v");
    }
    var matrices = new LinkedHashMap<String, double[][]>();
    for (int index = 0; index < blocks.size(); index++) {
      matrices.put(NAMES.get(index), matrix(NAMES.get(index), blocks.get(index)));
    }
    return matrices;
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
            "row %d of %s has %d numbers, but the first has %d"
                .formatted(rows.size() + 1, name, row.length, rows.getFirst().length),
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
