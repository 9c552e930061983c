package dev.stepwise.view.marks;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The words at a tick: short, and all of an axis with the same decimals.
final class TickLabel {
  private static final int LONGEST = 7;

  private TickLabel() {}

  /// The label of a value among multiples of a step.
  static String of(BigDecimal value, BigDecimal step) {
    int decimals = Math.max(0, step.stripTrailingZeros().scale());
    if (decimals <= LONGEST && value.precision() - value.scale() <= LONGEST) {
      var plain = value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
      if (plain.length() <= LONGEST || value.signum() == 0) {
        return plain.startsWith("-") ? minus(plain) : plain;
      }
    }
    return value.signum() == 0 ? "0" : scientific(value);
  }

  /// The label of a power of ten or a small multiple of one.
  static String of(BigDecimal value) {
    return of(value, value);
  }

  private static String scientific(BigDecimal value) {
    var digits = value.stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    var factor = digits.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString();
    return minus(factor + "e" + exponent);
  }

  private static String minus(String number) {
    return number.replace('-', '−');
  }
}
