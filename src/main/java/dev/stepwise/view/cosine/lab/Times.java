package dev.stepwise.view.cosine.lab;

import java.util.Locale;

/// Times as people read them.
final class Times {
  private Times() {}

  /// `1.24 ms`, `35 µs`.
  static String text(double seconds) {
    if (seconds >= 1) {
      return String.format(Locale.ROOT, "%.2f\u00A0s", seconds);
    }
    if (seconds >= 1e-3) {
      return String.format(Locale.ROOT, "%.2f\u00A0ms", 1e3 * seconds);
    }
    return String.format(Locale.ROOT, "%.1f\u00A0µs", 1e6 * seconds);
  }

  /// `12×`.
  static String factor(double factor) {
    return String.format(Locale.ROOT, factor >= 10 ? "%.0f×" : "%.1f×", factor);
  }
}
