package dev.stepwise.compute.timing;

import dev.stepwise.compute.run.Numbers;

/// Seconds as people read them.
public final class Duration {
  private Duration() {}

  /// `3.2 s`, `1.24 ms`, `35.1 µs`, `20 ns`: in the largest unit of which there is one.
  ///
  /// @param seconds not negative
  public static String text(double seconds) {
    if (seconds == 0 || seconds >= 1) {
      return in(seconds, "s");
    }
    if (seconds >= 1e-3) {
      return in(1e3 * seconds, "ms");
    }
    return seconds >= 1e-6 ? in(1e6 * seconds, "µs") : in(1e9 * seconds, "ns");
  }

  private static String in(double count, String unit) {
    return Numbers.text(count) + "\u00A0" + unit;
  }
}
