package dev.stepwise.testing.arithmetic;

/// Said of what holds more than numbers: there is nothing to recompute.
final class Symbolic extends RuntimeException {
  private static final long serialVersionUID = 1;

  Symbolic(String message) {
    super(message, null, false, false);
  }
}
