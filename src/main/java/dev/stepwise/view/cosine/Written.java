package dev.stepwise.view.cosine;

import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;

/// Texts cut to the room that there is.
final class Written {
  private Written() {}

  /// The text, or as much of its beginning as fits, with dots.
  static String fitting(Surface surface, String text, Type type, double width) {
    if (surface.textWidth(text, type) <= width) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (surface.textWidth(text.substring(0, middle).strip() + "…", type) <= width) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    if (low > 0 && Character.isHighSurrogate(text.charAt(low - 1))) {
      low--;
    }
    return low == 0 ? "" : text.substring(0, low).strip() + "…";
  }

  /// Draws a number in smaller digits where it is wider than its room, so that none is cut off.
  static void narrowed(
      Surface surface, String number, double x, double y, Type type, double width) {
    double wide = surface.textWidth(number, type);
    double size = wide <= width ? type.size() : type.size() * width / wide;
    surface.text(
        number, x, y, new Type(type.face(), size, type.colour(), type.align(), type.angle()));
  }

  /// Draws a text that keeps within a width.
  static void draw(Surface surface, String text, double x, double y, Type type, double width) {
    surface.text(fitting(surface, text, type, width), x, y, type);
  }
}
