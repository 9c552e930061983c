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

  /// Porter and Duff's "over" for premultiplied colours: above + (1 − alpha) · below.
  static int over(int above, int below) {
    return above + scaled(below, 256 - (above >>> 24));
  }

  /// A premultiplied colour of which a share is seen, two channels at a time.
  ///
  /// @param share 0 to 256
  static int scaled(int argb, int share) {
    int redBlue = (((argb & 0xff00ff) * share) >>> 8) & 0xff00ff;
    int alphaGreen = ((argb >>> 8) & 0xff00ff) * share & 0xff00ff00;
    return redBlue | alphaGreen;
  }

  private static int channel(double value) {
    return (int) Math.round(255 * value);
  }
}
