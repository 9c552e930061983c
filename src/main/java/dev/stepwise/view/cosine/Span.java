package dev.stepwise.view.cosine;

import dev.stepwise.draw.Box;

/// A column: how far it reaches from left to right.
record Span(double x, double width) {

  /// As wide as is left between two places.
  static Span between(double x, double end) {
    return new Span(x, Math.max(0, end - x));
  }

  /// Its right edge.
  double end() {
    return x + width;
  }

  /// Whether there is anything of it.
  boolean isThere() {
    return width > 0;
  }

  /// The part of a row that is in the column.
  Box of(Box row) {
    return new Box(x, row.y(), width, row.height());
  }
}
