package dev.stepwise.compute.attention;

import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.run.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a run of attention can be paused at.
public final class AttentionConditions {
  /// A weight is not a number.
  public static final Condition NOT_A_NUMBER =
      new Condition("not-a-number", "A weight is not a number");

  /// An exponential is infinite.
  public static final Condition OVERFLOW = new Condition("overflow", "An exponential overflows");

  /// One weight of a row has nearly everything, though others could have some.
  public static final Condition SATURATED =
      new Condition("saturated", "A row saturates: one weight is above 0.99");

  /// Every key that can be seen has the same weight.
  public static final Condition UNIFORM =
      new Condition("uniform", "A row looks at all its keys alike");

  /// All of them, in the order of a menu.
  public static final List<Condition> ALL = List.of(SATURATED, UNIFORM, OVERFLOW, NOT_A_NUMBER);

  private static final double NEARLY_ALL = 0.99;

  private AttentionConditions() {}

  /// What is so in a row of weights, made from a row of scores.
  ///
  /// @param shift what was subtracted from the scores before the exponentials
  static Set<Condition> ofRow(double[] scores, double shift, double[] weights) {
    var found = new HashSet<Condition>();
    int visible = 0;
    boolean even = true;
    double first = Double.NaN;
    for (int j = 0; j < weights.length; j++) {
      if (scores[j] == Double.NEGATIVE_INFINITY) {
        continue;
      }
      visible++;
      if (visible == 1) {
        first = weights[j];
      }
      even &= weights[j] == first;
      // e^709.78 is the largest exponential that a double holds.
      if (scores[j] - shift > Math.log(Double.MAX_VALUE)) {
        found.add(OVERFLOW);
      }
      if (Double.isNaN(weights[j])) {
        found.add(NOT_A_NUMBER);
      }
    }
    if (visible > 1 && weights[Sharpness.winner(weights)] > NEARLY_ALL) {
      found.add(SATURATED);
    }
    // All weights are 0 where the sum of their exponentials is ∞: they are shares of nothing.
    boolean shares = first > 0;
    if (visible > 1 && even && !shares) {
      found.add(OVERFLOW);
    }
    if (visible > 1 && even && shares) {
      found.add(UNIFORM);
    }
    return found;
  }

  /// What is so in any row.
  static Set<Condition> ofRows(AttentionFrame frame) {
    var found = new HashSet<Condition>();
    for (int i = 0; i < frame.problem().length(); i++) {
      found.addAll(ofRow(frame, i));
    }
    return found;
  }

  /// What is so in any row of a pass with the stable softmax.
  public static Set<Condition> ofPass(Attention.Pass pass) {
    var found = new HashSet<Condition>();
    for (int i = 0; i < pass.weights().length; i++) {
      found.addAll(ofRow(pass.scores()[i], Softmax.greatest(pass.scores()[i]), pass.weights()[i]));
    }
    return found;
  }

  /// What is so in a row.
  static Set<Condition> ofRow(AttentionFrame frame, int i) {
    return ofRow(frame.pass().scores()[i], frame.shift(i), frame.pass().weights()[i]);
  }
}
