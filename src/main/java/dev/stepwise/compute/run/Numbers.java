package dev.stepwise.compute.run;

import java.util.Locale;

/// Numbers as people read them: about three digits that say something, whole numbers without a
/// fraction, powers of ten for what is very large or very small.
public final class Numbers {
  private static final double LARGE = 1e6;
  private static final double SMALL = 1e-4;

  private Numbers() {}

  /// For captions and tables: `2.77`, `0.0367`, `397.3`, `−5`, `1.2e−7`, `NaN`, `∞`.
  public static String text(double value) {
    return plain(value).replace('-', '−').replace("Infinity", "∞");
  }

  /// With about two digits, where there is little room: `0.28`, `−1.32`, `3e−9`.
  public static String brief(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value) || value == 0 || (size >= 0.001 && size < 1e5)) {
      return size < 0.1 && size >= 0.001
          ? withoutTrailingZeros(fixed(value, 4)).replace('-', '−')
          : text(value);
    }
    var digits = fixed("%.0e", value);
    int split = digits.indexOf('e');
    int exponent = Integer.parseInt(digits, split + 1, digits.length(), 10);
    return (digits.substring(0, split) + "e" + exponent).replace('-', '−');
  }

  /// For LaTeX: as [#text], with `-5` and `1.2\cdot 10^{-7}`.
  public static String latex(double value) {
    if (Double.isNaN(value)) {
      return "\\text{NaN}";
    }
    var plain = plain(value).replace("Infinity", "\\infty");
    int exponent = plain.indexOf('e');
    return exponent < 0
        ? plain
        : "%s\\cdot 10^{%s}".formatted(plain.substring(0, exponent), plain.substring(exponent + 1));
  }

  /// For LaTeX after an operator: negative numbers in parentheses.
  public static String latexOperand(double value) {
    var latex = latex(value);
    return latex.startsWith("-") ? "(" + latex + ")" : latex;
  }

  private static String plain(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (value == 0) {
      return "0";
    }
    if (size < SMALL || size >= LARGE) {
      return scientific(value);
    }
    if (value == Math.rint(value)) {
      return Long.toString((long) value);
    }
    var digits = fixed(value, decimals(size));
    return size < 0.1 ? withoutTrailingZeros(digits) : digits;
  }

  private static String scientific(double value) {
    var digits = fixed("%.2e", value);
    int split = digits.indexOf('e');
    var mantissa = withoutTrailingZeros(digits.substring(0, split));
    return mantissa + "e" + Integer.parseInt(digits, split + 1, digits.length(), 10);
  }

  private static String withoutTrailingZeros(String fraction) {
    return fraction.replaceFirst("\\.?0+$", "");
  }

  private static int decimals(double size) {
    if (size >= 10_000) {
      return 0;
    }
    if (size >= 100) {
      return 1;
    }
    int decimals = size < 0.1 ? 4 : 2;
    for (double bound = 0.01; size < bound; bound /= 10) {
      decimals++;
    }
    return decimals;
  }

  private static String fixed(double value, int decimals) {
    return fixed("%." + decimals + "f", value);
  }

  @SuppressWarnings("AnnotateFormatMethod") // both formats are built in this class
  private static String fixed(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
