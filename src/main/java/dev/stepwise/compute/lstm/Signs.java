package dev.stepwise.compute.lstm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;

/// Pieces of sentences and of formulas. Time steps and units are counted from 1 in what is said,
/// from 0 in what is given.
final class Signs {
  private static final double ALMOST = 1e-6;
  private static final int MORE_DIGITS_FOR_A_CHANGE = 2;

  private Signs() {}

  /// A number's sign in formulas: `f_{17}^{(2)}`.
  static String latex(Quantity quantity, int t, int unit) {
    return "%s_{%d}^{(%d)}".formatted(quantity.latex(), t + 1, unit + 1);
  }

  /// The sign of a state before a time step in formulas: `c_{16}^{(2)}`.
  static String before(Quantity state, int t, int unit) {
    return latex(state, t - 1, unit);
  }

  /// A vector's sign in formulas: `f_{17}`.
  static String latex(Quantity quantity, int t) {
    return "%s_{%d}".formatted(quantity.latex(), t + 1);
  }

  /// The sign of an element of a layer's input, for people: the input's name, or `h₂`.
  static String element(LstmProblem problem, Quantity input, int element) {
    if (element < problem.inputs()) {
      return problem.features().get(element);
    }
    var number = subscript(element - problem.inputs() + 1);
    return input == Quantity.XRH ? "r⊙h" + number : "h" + number;
  }

  /// `4 %`; with as many decimals as it takes to be neither 0 nor 100 where it is not, `almost 100
  /// %` where these would be many.
  static String percent(double share) {
    double percent = 100 * share;
    if (percent == 0 || percent == 100 || (percent >= 1.95 && percent <= 98.05)) {
      return rounded(percent, 0) + " %";
    }
    if (share < ALMOST || 1 - share < ALMOST) {
      return share < ALMOST ? "almost 0 %" : "almost 100 %";
    }
    int decimals = 1;
    while (!tells(rounded(percent, decimals))) {
      decimals++;
    }
    return rounded(percent, decimals) + " %";
  }

  private static boolean tells(String percent) {
    return !percent.startsWith("100") && !percent.matches("0\\.0*");
  }

  private static String rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  /// What a number did: `goes from 0.50 to 0.51`, with the digits that tell the two apart; where
  /// these would be many, `stays near 0.50, moving by 1.2e−9`.
  static String change(double before, double after) {
    if (before == after) {
      return "stays at " + Figures.text(before);
    }
    for (int more = 0; more <= MORE_DIGITS_FOR_A_CHANGE; more++) {
      var from = Figures.text(before, more);
      var to = Figures.text(after, more);
      if (!from.equals(to)) {
        return "goes from %s to %s".formatted(from, to);
      }
    }
    return "stays near %s, moving by %s"
        .formatted(Figures.text(before), Figures.text(Math.abs(after - before)));
  }

  /// Where numbers lie: `go from 0.50 to 0.51`, `are all 0.50`, `are all near 0.50`.
  static String range(double least, double most) {
    if (least == most) {
      return "are all " + Figures.text(least);
    }
    for (int more = 0; more <= MORE_DIGITS_FOR_A_CHANGE; more++) {
      var from = Figures.text(least, more);
      var to = Figures.text(most, more);
      if (!from.equals(to)) {
        return "go from %s to %s".formatted(from, to);
      }
    }
    return "are all near " + Figures.text(least);
  }

  /// A number as Unicode subscripts.
  static String subscript(int number) {
    return Integer.toString(number)
        .chars()
        .mapToObj(digit -> Character.toString('₀' + digit - '0'))
        .collect(Collectors.joining());
  }
}
