package dev.stepwise.draw;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers short enough for a cell: `.58`, `−1.2`, `14`, `3e5`, `−∞`, `NaN`.
public final class CellText {
  private static final double LARGE = 9_999.5;

  private CellText() {}

  /// With about two digits: three characters and a sign, five where it is nearly 0 or nearly 1.
  public static String of(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    if (size >= LARGE) {
      return scientific(value);
    }
    if (value == Math.rint(value)) {
      return minus(Long.toString((long) value));
    }
    if (size < 0.0005) {
      return scientific(value);
    }
    var text =
        BigDecimal.valueOf(value).setScale(decimals(size), RoundingMode.HALF_UP).toPlainString();
    return minus(text.replaceFirst("^(-?)0\\.", "$1."));
  }

  /// What is not 0 is not written as 0, what is less than 1 not as 1.
  private static int decimals(double size) {
    if (size < 1) {
      return size < 0.005 ? 3 : size < 0.995 ? 2 : size < 0.9995 ? 3 : size < 0.99995 ? 4 : 1;
    }
    return size < 99.95 ? 1 : 0;
  }

  private static String scientific(double value) {
    var rounded = BigDecimal.valueOf(value).round(new MathContext(1, RoundingMode.HALF_UP));
    int exponent = rounded.precision() - rounded.scale() - 1;
    return minus(
        rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString() + "e" + exponent);
  }

  private static String minus(String number) {
    return number.replace('-', '−');
  }
}
