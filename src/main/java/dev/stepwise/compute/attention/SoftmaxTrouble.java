package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionProblem.SoftmaxKind;
import dev.stepwise.compute.linear.Softmax;

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
    if (frame.problem().settings().softmax() == SoftmaxKind.STABLE) {
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

  /// Whether its rows have weights that are not numbers.
  public boolean isNotANumber() {
    return this == OVERFLOW || this == UNDERFLOW;
  }
}
