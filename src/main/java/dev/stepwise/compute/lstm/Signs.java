package dev.stepwise.compute.lstm;

import dev.stepwise.compute.run.Numbers;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Pieces of sentences and of formulas. Time steps and units are counted from 1 in what is said,
/// from 0 in what is given.
final class Signs {
  private static final int NUMBERS_SHOWN = 6;

  private Signs() {}

  /// A number's sign in formulas: `f_{17}^{(2)}`.
  static String latex(Quantity quantity, int t, int unit) {
    return "%s_{%d}^{(%d)}".formatted(quantity.latex(), t + 1, unit + 1);
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

  /// `4 %`, with a decimal near 0 and 100.
  static String percent(double share) {
    double percent = 100 * share;
    boolean fine = percent != 0 && percent != 100 && (percent < 1.95 || percent > 98.05);
    return String.format(Locale.ROOT, fine ? "%.1f %%" : "%.0f %%", percent);
  }

  /// A number in a narrow column: three decimals, `≈ 0` where these say nothing.
  static String cell(double value) {
    if (value == 0 || Math.abs(value) >= 100) {
      return Numbers.text(value);
    }
    return Math.abs(value) < 0.0005
        ? "≈ 0"
        : String.format(Locale.ROOT, "%.3f", value).replace('-', '−');
  }

  /// A vector in parentheses; of many numbers the first few.
  static String vector(double[] values) {
    var shown =
        Arrays.stream(values)
            .limit(NUMBERS_SHOWN)
            .mapToObj(Numbers::text)
            .collect(Collectors.joining(", "));
    return "(" + shown + (values.length > NUMBERS_SHOWN ? ", …)" : ")");
  }

  /// `1 unit`, `8 units`.
  static String count(long count, String one) {
    return count + " " + one + (count == 1 ? "" : "s");
  }

  /// A number as Unicode subscripts.
  static String subscript(int number) {
    return Integer.toString(number)
        .chars()
        .mapToObj(digit -> Character.toString('₀' + digit - '0'))
        .collect(Collectors.joining());
  }

  /// With a capital letter.
  static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
