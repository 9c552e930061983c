package dev.stepwise.compute.gradient;

import dev.stepwise.compute.run.Condition;
import java.util.List;

/// What a run of gradient descent can be paused at.
public final class GradientConditions {
  /// The loss of an epoch is higher than that of the one before.
  public static final Condition LOSS_RISES = new Condition("loss-rises", "The loss rises");

  /// A number is no number, or infinite, or the loss is far off.
  public static final Condition DIVERGES =
      new Condition("diverges", "A loss that is not a number, or far off");

  /// One more hidden unit is off for every sample.
  public static final Condition UNIT_DIES =
      new Condition("unit-dies", "A hidden unit is off for every sample");

  /// No parameter changed.
  public static final Condition NOTHING_MOVES =
      new Condition("nothing-moves", "No parameter changes");

  /// Every training sample is right.
  public static final Condition ALL_RIGHT =
      new Condition("all-right", "Every training sample is right");

  /// The learning rate changes.
  public static final Condition RATE_CHANGES =
      new Condition("rate-changes", "The learning rate changes");

  /// All of them, in the order of a menu.
  public static final List<Condition> ALL =
      List.of(LOSS_RISES, DIVERGES, UNIT_DIES, NOTHING_MOVES, ALL_RIGHT, RATE_CHANGES);

  private GradientConditions() {}
}
