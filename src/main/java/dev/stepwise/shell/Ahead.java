package dev.stepwise.shell;

import dev.stepwise.practice.Mode;

/// Whether it is seen what a run still holds: how long it is, and the names of its steps.
enum Ahead {
  /// It is.
  SHOWN,
  /// It would give answers away.
  HIDDEN;

  static Ahead of(Mode mode) {
    return mode == Mode.PREDICT ? HIDDEN : SHOWN;
  }
}
