package dev.stepwise.view.marks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers short enough for a cell: `.58`, `−1.2`, `14`, `3e5`, `−∞`, `NaN`.
public final class CellText {
  private static final double LARGE = 9_999.5;

  private CellText() {}

  /// With at most two decimals, about three characters and a sign.
  public static String of(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    if (size >= LARGE) {
      var rounded = new BigDecimal(value).round(new MathContext(1));
      int exponent = rounded.precision() - rounded.scale() - 1;
      return minus(
          rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString()
              + "e"
              + exponent);
    }
    if (value == Math.rint(value)) {
      return minus(Long.toString((long) value));
    }
    int decimals = size < 0.995 ? 2 : size < 99.95 ? 1 : 0;
    var text = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    if (text.matches("-?0\\.0+")) {
      // Not 0, only small.
      return "0";
    }
    return minus(text.replaceFirst("^(-?)0\\.", "$1."));
  }

  private static String minus(String number) {
    return number.replace('-', '−');
  }
}
