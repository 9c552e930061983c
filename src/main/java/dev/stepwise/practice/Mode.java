package dev.stepwise.practice;

/// What a learner does with a run.
public enum Mode {
  /// Steps through it.
  WATCH,
  /// Says what the next step will show, before it does.
  PREDICT,
  /// Works out the numbers that the next step writes.
  BY_HAND
}
