package dev.stepwise.testing.arithmetic;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// What a printed expression comes to: with its numbers as printed, and the least and most that it
/// can come to where each of them was rounded to its last place.
record Spread(double least, double value, double most) {

  static Spread exactly(double value) {
    return new Spread(value, value, value);
  }

  /// By a function that rises all the way.
  Spread rising(DoubleUnaryOperator function) {
    return of(
        function.applyAsDouble(least), function.applyAsDouble(value), function.applyAsDouble(most));
  }

  /// By an operator that rises or falls all the way in each of its operands.
  static Spread combined(Spread left, Spread right, DoubleBinaryOperator operator) {
    double value = operator.applyAsDouble(left.value, right.value);
    double least = value;
    double most = value;
    for (double a : new double[] {left.least, left.most}) {
      for (double b : new double[] {right.least, right.most}) {
        double corner = operator.applyAsDouble(a, b);
        if (!Double.isNaN(corner)) {
          least = Math.min(least, corner);
          most = Math.max(most, corner);
        }
      }
    }
    return new Spread(least, value, most);
  }

  Spread including(double other) {
    return new Spread(Math.min(least, other), value, Math.max(most, other));
  }

  boolean spans(double other) {
    return least < other && other < most;
  }

  boolean meets(Spread other) {
    if (Double.isNaN(value) || Double.isNaN(other.value)) {
      return Double.isNaN(value) && Double.isNaN(other.value);
    }
    double slack = 1e-9 * Math.max(Math.abs(value), Math.abs(other.value));
    return value == other.value || (least <= other.most + slack && other.least <= most + slack);
  }

  private static Spread of(double one, double value, double other) {
    double least = Double.isNaN(one) ? value : one;
    double most = Double.isNaN(other) ? value : other;
    return new Spread(Math.min(least, most), value, Math.max(least, most));
  }
}
