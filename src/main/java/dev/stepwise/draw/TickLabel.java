package dev.stepwise.draw;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// The words at a tick: short, and all of an axis with the same decimals.
final class TickLabel {
  private static final int LONGEST = 7;

  private TickLabel() {}

  /// The label of a value among multiples of a step.
  static String of(BigDecimal value, BigDecimal step) {
    boolean powers = plain(step, step).isEmpty(); // then the numbers beside a 0 are written so
    return value.signum() == 0 && powers
        ? "0"
        : plain(value, step).orElseGet(() -> scientific(value));
  }

  private static Optional<String> plain(BigDecimal value, BigDecimal step) {
    int decimals = Math.max(0, step.stripTrailingZeros().scale());
    if (decimals <= LONGEST && value.precision() - value.scale() <= LONGEST) {
      var plain = value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
      if (plain.length() <= LONGEST || value.signum() == 0) {
        return Optional.of(plain.startsWith("-") ? minus(plain) : plain);
      }
    }
    return Optional.empty();
  }

  /// The labels of powers of ten and small multiples of them on one axis: all written out, or where
  /// one is too long for that, all in powers.
  static List<String> of(List<BigDecimal> values) {
    var plain = values.stream().map(value -> plain(value, value)).toList();
    return plain.stream().allMatch(Optional::isPresent)
        ? plain.stream().map(Optional::orElseThrow).toList()
        : values.stream().map(TickLabel::scientific).toList();
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
