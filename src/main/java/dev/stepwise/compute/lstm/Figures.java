package dev.stepwise.compute.lstm;

import dev.stepwise.compute.run.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BinaryOperator;

/// Numbers in tables and on the stage. Where some of them make others, they have as many digits as
/// it takes for whoever adds or multiplies what is printed to get what is printed.
public final class Figures {
  private static final int MOST_MORE_DIGITS = 8;
  private static final double ALMOST = 1e-6;

  private Figures() {}

  /// A number; what is that near to 1 or −1 that only zeros or nines would be seen is `≈ 1`.
  static String text(double value) {
    return text(value, 0);
  }

  static String text(double value, int more) {
    double size = Math.abs(value);
    return size < 1 && 1 - size < ALMOST ? (value < 0 ? "≈ −1" : "≈ 1") : Numbers.text(value, more);
  }

  /// One number of a time step, the same on the stage as in tables.
  ///
  /// @param element the unit, from 0; in a concatenation the element
  public static String text(TimeStep time, Quantity quantity, int element) {
    return switch (quantity) {
      case KEPT -> memory(time, element).get(0);
      case ADDED -> memory(time, element).get(1);
      default -> text(time.value(quantity, element));
    };
  }

  /// The kept part, the added part and the new memory of a unit.
  static List<String> memory(TimeStep time, int unit) {
    return sum(
        time.value(Quantity.KEPT, unit),
        time.value(Quantity.ADDED, unit),
        time.value(time.cell().memory(), unit));
  }

  /// Two summands and their sum.
  static List<String> sum(double left, double right, double sum) {
    return row(left, right, sum, BigDecimal::add);
  }

  /// Two factors and their product.
  static List<String> product(double left, double right, double product) {
    return row(left, right, product, BigDecimal::multiply);
  }

  private static List<String> row(
      double left, double right, double result, BinaryOperator<BigDecimal> operator) {
    int more = 0;
    while (more < MOST_MORE_DIGITS && !holds(left, right, result, operator, more)) {
      more++;
    }
    if (more == MOST_MORE_DIGITS) {
      more = 0; // digits do not help
    }
    return List.of(text(left, more), text(right, more), text(result));
  }

  private static boolean holds(
      double left, double right, double result, BinaryOperator<BigDecimal> operator, int more) {
    var computed = operator.apply(printed(left, more), printed(right, more));
    int places = (int) Math.round(-Math.log10(Numbers.lastPlace(result, 0)));
    var shown = printed(result, 0);
    return computed.compareTo(shown) == 0
        || computed.setScale(places, RoundingMode.HALF_UP).compareTo(shown) == 0;
  }

  private static BigDecimal printed(double value, int more) {
    return BigDecimal.valueOf(Numbers.printed(value, more));
  }
}
