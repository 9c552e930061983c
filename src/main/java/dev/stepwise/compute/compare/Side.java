package dev.stepwise.compute.compare;

/// One of two runs that stand side by side.
public enum Side {
  /// The run at hand.
  FIRST,
  /// The one that differs from it.
  SECOND;

  /// The run beside it.
  public Side other() {
    return this == FIRST ? SECOND : FIRST;
  }
}
