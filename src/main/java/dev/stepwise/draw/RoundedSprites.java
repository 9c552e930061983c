package dev.stepwise.draw;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Rounded rectangles kept as pixels, by their size and ink: drawing one again is copying it.
final class RoundedSprites {
  private static final int MOST = 500;
  private static final double LARGEST = 40_000; // in pixels
  private static final double BROADEST = 8;

  private final Map<Key, Pixels> kept = new LinkedHashMap<>(64, 0.75f, true);

  /// What a picture shows.
  ///
  /// @param line how wide the stroke is; 0 for none
  private record Key(int width, int height, double radius, Color fill, Color stroke, double line) {

    static Key of(Box box, double radius, Ink ink) {
      return new Key(
          Math.max(1, (int) Math.rint(box.width())),
          Math.max(1, (int) Math.rint(box.height())),
          radius,
          ink.fill().orElse(Color.TRANSPARENT),
          ink.stroke().map(Ink.Stroke::colour).orElse(Color.TRANSPARENT),
          ink.stroke().map(Ink.Stroke::width).orElse(0.0));
    }

    /// How far the picture reaches beyond the rectangle.
    int margin() {
      return line > 0 ? (int) Math.ceil(line / 2) + 1 : 0;
    }
  }

  /// Whether a rectangle is one of those that are kept: neither large nor dashed.
  static boolean suits(Box box, Ink ink) {
    boolean plain =
        ink.stroke().isEmpty()
            || (ink.stroke().get().dash().length == 0 && ink.stroke().get().width() <= BROADEST);
    return plain && box.width() >= 2 && box.height() >= 2 && box.width() * box.height() <= LARGEST;
  }

  /// Draws it, at the nearest whole pixels.
  void draw(GraphicsContext context, Box box, double radius, Ink ink) {
    int left = (int) Math.rint(box.x());
    int top = (int) Math.rint(box.y());
    var key = Key.of(box, radius, ink);
    var picture = kept.computeIfAbsent(key, RoundedSprites::drawn);
    if (kept.size() > MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
    int margin = key.margin();
    context.drawImage(picture.image(), left - margin, top - margin);
  }

  private static Pixels drawn(Key key) {
    int margin = key.margin();
    var pixels = new Pixels(key.width() + 2 * margin, key.height() + 2 * margin);
    double halfWidth = key.width() / 2.0;
    double halfHeight = key.height() / 2.0;
    double radius = Math.min(key.radius(), Math.min(halfWidth, halfHeight));
    for (int y = 0; y < pixels.height(); y++) {
      for (int x = 0; x < pixels.width(); x++) {
        double dx = Math.abs(x + 0.5 - margin - halfWidth) - (halfWidth - radius);
        double dy = Math.abs(y + 0.5 - margin - halfHeight) - (halfHeight - radius);
        double outside = Math.hypot(Math.max(dx, 0), Math.max(dy, 0));
        double distance = outside + Math.min(Math.max(dx, dy), 0) - radius;
        pixels.argb()[y * pixels.width() + x] = colour(key, distance);
      }
    }
    pixels.changed();
    return pixels;
  }

  /// The premultiplied colour of a pixel whose middle is so far outside of the edge.
  private static int colour(Key key, double distance) {
    var sums = new double[4];
    over(sums, key.fill(), Math.clamp(0.5 - distance, 0, 1));
    double line = key.line();
    over(sums, key.stroke(), Math.clamp(0.5 + line / 2 - Math.abs(distance), 0, Math.min(1, line)));
    return Argb.ofPremultiplied(sums[0], sums[1], sums[2], sums[3]);
  }

  /// Puts a colour over what is there: alpha, red, green, blue, premultiplied.
  private static void over(double[] sums, Color colour, double covered) {
    double alpha = colour.getOpacity() * covered;
    sums[0] = alpha + (1 - alpha) * sums[0];
    sums[1] = alpha * colour.getRed() + (1 - alpha) * sums[1];
    sums[2] = alpha * colour.getGreen() + (1 - alpha) * sums[2];
    sums[3] = alpha * colour.getBlue() + (1 - alpha) * sums[3];
  }
}
