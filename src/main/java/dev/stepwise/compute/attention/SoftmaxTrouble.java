package dev.stepwise.compute.attention;

import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.text.Phrases;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// What goes wrong in a row of the naive softmax, where doubles end. Their largest number is about
/// 1.8·10³⁰⁸, which e^709.8 exceeds, their smallest about 4.9·10⁻³²⁴, below which e^−745.2 lies.
/// The stable softmax has an exponential of 1 in every row and none above it, so it has none of
/// these.
public enum SoftmaxTrouble {
  /// Nothing.
  NONE,
  /// Exponentials are ∞; their weights are ∞/∞ = NaN, the others x/∞ = 0.
  OVERFLOW,
  /// Every exponential is finite, but their sum is ∞: every weight is x/∞ = 0.
  INFINITE_SUM,
  /// Every exponential is 0, and so is their sum: every weight is 0/0 = NaN.
  UNDERFLOW;

  /// What goes wrong in a row.
  public static SoftmaxTrouble of(AttentionFrame frame, int query) {
    if (frame.problem().settings().isStable()) {
      return NONE;
    }
    return of(Softmax.exponentials(frame.pass().scores()[query], 0));
  }

  /// What goes wrong with exponentials.
  static SoftmaxTrouble of(double[] exponentials) {
    for (double exponential : exponentials) {
      if (Double.isInfinite(exponential)) {
        return OVERFLOW;
      }
    }
    double sum = Softmax.sum(exponentials);
    return sum == 0 ? UNDERFLOW : Double.isInfinite(sum) ? INFINITE_SUM : NONE;
  }

  /// What goes wrong in some row.
  static Set<SoftmaxTrouble> inAnyRow(AttentionFrame frame) {
    var troubles = EnumSet.noneOf(SoftmaxTrouble.class);
    for (int i = 0; i < frame.problem().length(); i++) {
      troubles.add(of(frame, i));
    }
    troubles.remove(NONE);
    return troubles;
  }

  /// Why a row's weights are not shares of 1.
  String why(double[] exponentials) {
    long infinite = Arrays.stream(exponentials).filter(Double::isInfinite).count();
    boolean all = infinite == exponentials.length;
    return switch (this) {
      case NONE -> "";
      case UNDERFLOW ->
          "%s of the row underflows to 0, and 0/0 is not a number. With the maximum subtracted the largest would be e^0 = 1."
              .formatted(exponentials.length == 1 ? "The exponential" : "Every exponential");
      case OVERFLOW ->
          "%s of the row overflowed to ∞, so their sum is ∞, and ∞/∞ is not a number%s. With the maximum subtracted no exponential exceeds 1."
              .formatted(
                  Phrases.count(infinite, "exponential"), all ? "" : "; the others are x/∞ = 0");
      case INFINITE_SUM ->
          "Each exponential of the row is finite, but their sum is beyond the largest double: ∞. Every weight is x/∞ = 0, so the row sums to 0, not to 1. With the maximum subtracted the sum is at most %d."
              .formatted(exponentials.length);
    };
  }

  /// Whether its rows have weights that are not numbers.
  public boolean isNotANumber() {
    return this == OVERFLOW || this == UNDERFLOW;
  }
}
