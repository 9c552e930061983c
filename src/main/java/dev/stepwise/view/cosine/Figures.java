package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.Words;
import dev.stepwise.compute.run.Numbers;
import java.util.function.DoubleBinaryOperator;

/// Numbers in columns: all of a column with the same decimals, so that they can be compared by eye.
final class Figures {
  private static final double MOST = 1_000;
  private static final int DECIMALS = 2;
  private static final int MOST_DECIMALS = 7;

  /// Of similarities, distances, shares and their sums.
  static final int USUAL = 3;

  /// From here on there is no room for all digits.
  private static final double LARGE = 1e6;

  private Figures() {}

  /// A similarity with three decimals; whole numbers of other metrics as they are.
  static String similarity(double value, Metric metric) {
    if (metric == Metric.COSINE) {
      return Words.similarity(value, metric);
    }
    double shown = Words.shown(value, metric);
    return isWhole(shown) ? Numbers.text(shown) : fixed(shown, USUAL);
  }

  /// A number of a vector, with two decimals; whole ones as they are.
  static String number(double value) {
    return number(value, DECIMALS);
  }

  /// A number of a vector with so many decimals; whole ones as they are.
  static String number(double value, int decimals) {
    return isWhole(value) ? Numbers.text(value) : fixed(value, decimals);
  }

  /// How many decimals two numbers need, so that who computes their share from what is printed gets
  /// the share as it is printed; the most there is room for where even these are too few.
  ///
  /// @param share of the first and the second
  /// @param ofShare with how many decimals that is printed
  static int decimals(double first, double second, DoubleBinaryOperator share, int ofShare) {
    var printed = share(share.applyAsDouble(first, second), ofShare);
    int decimals = DECIMALS;
    while (decimals < MOST_DECIMALS
        && !share(share.applyAsDouble(read(first, decimals), read(second, decimals)), ofShare)
            .equals(printed)) {
      decimals++;
    }
    return decimals;
  }

  /// The number that a reader sees who is shown so many decimals of one.
  static double read(double value, int decimals) {
    return Double.isFinite(value) && Math.abs(value) < MOST
        ? Double.parseDouble(Numbers.fixed(value, decimals))
        : value;
  }

  /// A share in a sum, with its sign.
  static String share(double value, int decimals) {
    var text = sum(value, decimals);
    return text.startsWith("−") ? text : "+" + text;
  }

  /// A sum of shares.
  static String sum(double value, int decimals) {
    return isWhole(value) ? Numbers.text(value) : fixed(value, decimals);
  }

  /// A distance, with three decimals; a whole one as it is.
  static String distance(double value) {
    return sum(value, USUAL);
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) < LARGE;
  }

  private static boolean isZero(String text) {
    return text.chars().allMatch(c -> c == '0' || c == '.' || c == '-');
  }

  private static String fixed(double value, int decimals) {
    if (!Double.isFinite(value) || Math.abs(value) >= MOST) {
      return Math.abs(value) >= LARGE ? Numbers.brief(value) : Numbers.text(value);
    }
    var text = Numbers.fixed(value, decimals);
    // A zero that is none is not written as one.
    return isZero(text) && value != 0 ? Numbers.brief(value) : text.replace('-', '−');
  }
}
