package dev.stepwise.draw;

import javafx.scene.paint.Color;

/// How well one colour is read on another, after WCAG 2.
public final class Contrast {
  private Contrast() {}

  /// Black or white, whichever is read better on an opaque colour: at 4.5 to 1 or better on any,
  /// for where one of them falls below √21 ≈ 4.58 to 1, the other rises above it.
  public static Color textOn(Color ground) {
    return ratio(Color.BLACK, ground) >= ratio(Color.WHITE, ground) ? Color.BLACK : Color.WHITE;
  }

  /// From 1 for the same lightness to 21 for black and white.
  public static double ratio(Color one, Color other) {
    double first = luminance(one) + 0.05;
    double second = luminance(other) + 0.05;
    return Math.max(first, second) / Math.min(first, second);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
