package dev.stepwise.compute.cosine;

import dev.stepwise.compute.run.Numbers;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/// Digits of columns that are computed from each other.
final class Columns {
  private static final int MOST = 6;

  private Columns() {}

  /// How many digits more than usual the operands of a table's rows need, so that whoever
  /// recomputes a row gets the result as it is printed with the usual digits; the most there are
  /// where even these are too few.
  ///
  /// @param operands of each row
  /// @param result computes a row's result from its operands
  static int digits(List<double[]> operands, ToDoubleFunction<double[]> result) {
    int digits = 0;
    while (digits < MOST && !hold(operands, result, digits)) {
      digits++;
    }
    return digits;
  }

  /// A number from which another is computed, with the digits that this takes.
  static String before(double value, DoubleUnaryOperator result) {
    return Numbers.text(
        value, digits(List.of(new double[] {value}), row -> result.applyAsDouble(row[0])));
  }

  private static boolean hold(
      List<double[]> operands, ToDoubleFunction<double[]> result, int digits) {
    for (double[] row : operands) {
      var printed = new double[row.length];
      for (int i = 0; i < row.length; i++) {
        printed[i] = Numbers.printed(row[i], digits);
      }
      double right = result.applyAsDouble(row);
      var recomputed = Numbers.text(result.applyAsDouble(printed));
      if (!Double.isNaN(right) && !recomputed.equals(Numbers.text(right))) {
        return false;
      }
    }
    return true;
  }
}
