package dev.stepwise.panel;

/// How a step is met.
public enum Pace {
  /// It stays: everything is shown.
  AT_REST,
  /// Somebody drags along: what takes long to set, formulas and tables, waits, dimmed.
  IN_PASSING;

  /// The opacity of what still belongs to an earlier step, or of what is shown as it is.
  double opacity() {
    return this == IN_PASSING ? 0.35 : 1;
  }
}
