package dev.stepwise.compute.gradient;

import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.List;

/// Pieces of sentences and of formulas.
final class Words {
  private static final int TERMS_SHOWN = 4;

  private Words() {}

  /// `1 sample`, `8 samples`.
  static String count(long count, String one) {
    return "%,d %s%s".formatted(count, one, count == 1 ? "" : "s");
  }

  /// A sum of products with numbers in it: up to four, or the first two of more, so that it can be
  /// read from afar.
  static String products(double[] left, double[] right) {
    var terms = new ArrayList<String>();
    int shown = left.length > TERMS_SHOWN ? 2 : left.length;
    for (int i = 0; i < shown; i++) {
      terms.add(Numbers.latexOperand(left[i]) + "\\cdot " + Numbers.latexOperand(right[i]));
    }
    return sum(terms, left.length);
  }

  /// A sum of numbers, at most four written out.
  static String sum(double[] values) {
    var terms = new ArrayList<String>();
    for (int i = 0; i < Math.min(values.length, TERMS_SHOWN); i++) {
      terms.add(Numbers.latexOperand(values[i]));
    }
    return sum(terms, values.length);
  }

  private static String sum(List<String> terms, int count) {
    if (count > TERMS_SHOWN) {
      terms.add("\\cdots");
    }
    return String.join("+", terms);
  }

  /// A change in words: `falls from 0.54 to 0.42`, or `falls a little, to 0.54` where its numbers
  /// look alike.
  static String change(String what, double before, double after) {
    var now = Numbers.text(after);
    if (Double.isNaN(before)) {
      return "%s is %s".formatted(what, now);
    }
    if (after == before) {
      return "%s stays at %s".formatted(what, now);
    }
    var then = Numbers.text(before);
    var verb = after < before ? "falls" : "rises";
    return then.equals(now)
        ? "%s %s a little, to %s".formatted(what, verb, now)
        : "%s %s from %s to %s".formatted(what, verb, then, now);
  }
}
