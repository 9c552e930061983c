package dev.stepwise.compute.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as people read them: about three digits that say something, whole numbers without a
/// fraction, powers of ten for what is very large or very small. Rounded half up, from the shortest
/// decimal number that is this double, as a reader would round what is printed elsewhere in full.
public final class Numbers {
  private static final double LARGE = 1e6;
  private static final double SMALL = 1e-4;
  private static final int SCIENTIFIC_DECIMALS = 2;
  private static final MathContext SCIENTIFIC =
      new MathContext(SCIENTIFIC_DECIMALS + 1, RoundingMode.HALF_UP);
  private static final int MOST_DECIMALS = 9;

  /// What computing in floating point may leave over of a 1.
  private static final double FLOATING = 1e-12;

  private Numbers() {}

  /// For captions and tables: `2.77`, `0.0367`, `397.3`, `−5`, `1.2e−7`, `NaN`, `∞`.
  public static String text(double value) {
    return text(value, 0);
  }

  /// The same with so many digits more, where there are any.
  public static String text(double value, int moreDigits) {
    return plain(value, moreDigits).replace('-', '−').replace("Infinity", "∞");
  }

  /// As a person would write what is given, with all its digits, so that it can be read back:
  /// `0.118`, `20`, `1e6`.
  public static String given(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    var exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    var plain = exact.toPlainString();
    double size = Math.abs(value);
    if (value == 0 || (size >= SMALL && size < LARGE)) {
      return plain;
    }
    int exponent = exponent(exact);
    var power = exact.movePointLeft(exponent).toPlainString() + "e" + exponent;
    return power.length() < plain.length() ? power : plain;
  }

  /// With about two digits, where there is little room: `0.28`, `−1.32`, `3e−9`.
  public static String brief(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value) || value == 0 || (size >= 0.001 && size < 1e5)) {
      return size < 0.1 && size >= 0.001
          ? withoutTrailingZeros(rounded(value, 4)).replace('-', '−')
          : text(value);
    }
    return scientific(value, 0).replace('-', '−');
  }

  /// For LaTeX: as [#text], with `-5` and `1.2\cdot 10^{-7}`.
  public static String latex(double value) {
    return latex(value, 0);
  }

  /// The same with so many digits more, where there are any.
  public static String latex(double value, int moreDigits) {
    if (Double.isNaN(value)) {
      return "\\text{NaN}";
    }
    var plain = plain(value, moreDigits).replace("Infinity", "\\infty");
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

  /// The number that a reader sees where this one is printed.
  public static double printed(double value, int moreDigits) {
    return Double.parseDouble(plain(value, moreDigits));
  }

  /// The unit of the last place to which a number is rounded when it is printed: 0.01 of `2.77`.
  public static double lastPlace(double value, int moreDigits) {
    double size = Math.abs(value);
    if (value == 0 || !Double.isFinite(value)) {
      return Math.pow(10, -2 - moreDigits);
    }
    if (size < SMALL || size >= LARGE) {
      int exponent = exponent(BigDecimal.valueOf(size).round(SCIENTIFIC));
      return Math.pow(10, exponent - SCIENTIFIC_DECIMALS - moreDigits);
    }
    return Math.pow(10, -decimals(size) - moreDigits);
  }

  private static String plain(double value, int moreDigits) {
    double size = Math.abs(value);
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (value == 0) {
      return "0";
    }
    if (size < SMALL || size >= LARGE) {
      return scientific(value, SCIENTIFIC_DECIMALS + moreDigits);
    }
    if (value == Math.rint(value)) {
      return Long.toString((long) value);
    }
    int usual = decimals(size);
    var digits = rounded(value, usual + moreDigits);
    return size < 0.1 ? withoutTrailingZeros(digits) : withoutZerosBehind(digits, usual);
  }

  private static String scientific(double value, int decimals) {
    var number =
        BigDecimal.valueOf(value).round(new MathContext(decimals + 1, RoundingMode.HALF_UP));
    int exponent = exponent(number);
    var mantissa = number.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString();
    return mantissa + "e" + exponent;
  }

  private static int exponent(BigDecimal number) {
    return number.precision() - number.scale() - 1;
  }

  private static String withoutTrailingZeros(String fraction) {
    return fraction.replaceFirst("\\.?0+$", "");
  }

  /// Drops zeros at the end, but keeps the usual number of decimals.
  private static String withoutZerosBehind(String digits, int decimals) {
    int end = digits.length();
    int least = digits.indexOf('.') + 1 + decimals;
    while (digits.indexOf('.') >= 0 && end > least && digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.charAt(end - 1) == '.' ? digits.substring(0, end - 1) : digits.substring(0, end);
  }

  /// How many decimals a number has that is not whole. What is less than one is not printed as one:
  /// a gate at 0.998 is not open to the last.
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
    if (size < 1) {
      double gap = 1 - size;
      while (gap > FLOATING && decimals < MOST_DECIMALS && gap <= 0.5 * Math.pow(10, -decimals)) {
        decimals++;
      }
    }
    return decimals;
  }

  /// With so many decimals, rounded half up, without a minus sign before zeros alone: `0.707`. What
  /// is not finite stands as in Java.
  public static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    var digits = rounded(value, decimals);
    return digits.chars().allMatch(c -> "-0.".indexOf(c) >= 0) ? digits.replace("-", "") : digits;
  }

  private static String rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
