package dev.stepwise.testing.arithmetic;

/// Said of what cannot be set or read in one way only.
final class Misprint extends RuntimeException {
  private static final long serialVersionUID = 1;

  Misprint(String message) {
    super(message, null, false, false);
  }
}
