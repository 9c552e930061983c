package dev.stepwise.draw;

import javafx.scene.paint.Color;

/// Colours as the numbers that [Pixels] is made of.
public final class Argb {
  private Argb() {}

  /// A colour as premultiplied ARGB.
  ///
  /// @param opacity 0 to 1, on top of the colour's own
  public static int premultiplied(Color colour, double opacity) {
    double alpha = colour.getOpacity() * opacity;
    return channel(alpha) << 24
        | channel(colour.getRed() * alpha) << 16
        | channel(colour.getGreen() * alpha) << 8
        | channel(colour.getBlue() * alpha);
  }

  /// Channels from 0 to 1, premultiplied already, as premultiplied ARGB.
  static int ofPremultiplied(double alpha, double red, double green, double blue) {
    return channel(alpha) << 24 | channel(red) << 16 | channel(green) << 8 | channel(blue);
  }

  private static int channel(double value) {
    return (int) Math.round(255 * value);
  }
}
