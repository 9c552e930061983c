package dev.stepwise.owndata;

import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;

/// The text with which the dialog for matrices opens, for tests of all exercises.
public final class MatricesAsText {
  private MatricesAsText() {}

  /// The text.
  public static String of(SequencedMap<String, double[][]> matrices) {
    return MatrixText.of(matrices);
  }

  /// The same matrices with another first number in one of them.
  public static SequencedMap<String, double[][]> withFirst(
      SequencedMap<String, double[][]> matrices, String name, double number) {
    var changed = new LinkedHashMap<>(matrices);
    double[][] rows = Objects.requireNonNull(matrices.get(name)).clone();
    rows[0] = rows[0].clone();
    rows[0][0] = number;
    changed.put(name, rows);
    return changed;
  }
}
