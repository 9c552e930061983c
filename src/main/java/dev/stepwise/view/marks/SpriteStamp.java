package dev.stepwise.view.marks;

import javafx.scene.paint.Color;

/// Stamps small pictures of points into a pixel buffer: each category's antialiased picture is made
/// once, then copied to where its points are.
final class SpriteStamp {
  private static final int SAMPLES = 5;

  private final Look look;
  private final double radius;
  private final int reach;
  private final int side;

  /// @param radius of a point, in pixels
  SpriteStamp(Look look, double radius) {
    this.look = look;
    this.radius = radius;
    this.reach = (int) Math.ceil(radius * 1.3);
    this.side = 2 * reach + 1;
  }

  /// The points of a scatter, on a transparent ground as large as the frame's box.
  Pixels stamp(ScatterMark scatter, PlotFrame frame) {
    var box = frame.box();
    double left = Math.floor(box.x());
    double top = Math.floor(box.y());
    var pixels =
        new Pixels((int) Math.ceil(box.right() - left), (int) Math.ceil(box.bottom() - top));
    int categories = look.palette().categories().size();
    var sprites = new int[categories][];
    for (int i = 0; i < categories; i++) {
      sprites[i] = sprite(MarkerShape.of(i), look.palette().category(i));
    }
    var hollow = hollow(look.palette().muted());
    double[] xs = scatter.xs();
    double[] ys = scatter.ys();
    for (int i = 0; i < xs.length; i++) {
      double x = frame.pixelX(xs[i]) - left;
      double y = frame.pixelY(ys[i]) - top;
      if (x >= -reach && x < pixels.width() + reach && y >= -reach && y < pixels.height() + reach) {
        int category = scatter.categories()[i];
        var sprite =
            category == ScatterMark.NONE ? hollow : sprites[Math.floorMod(category, categories)];
        put(sprite, pixels, (int) Math.floor(x) - reach, (int) Math.floor(y) - reach);
      }
    }
    return pixels;
  }

  private void put(int[] sprite, Pixels pixels, int left, int top) {
    int[] argb = pixels.argb();
    int fromX = Math.max(0, -left);
    int toX = Math.min(side, pixels.width() - left);
    int toY = Math.min(side, pixels.height() - top);
    for (int y = Math.max(0, -top); y < toY; y++) {
      int to = (top + y) * pixels.width() + left;
      int from = y * side;
      for (int x = fromX; x < toX; x++) {
        int source = sprite[from + x];
        int alpha = source >>> 24;
        if (alpha == 255) {
          argb[to + x] = source;
        } else if (alpha != 0) {
          argb[to + x] = over(source, argb[to + x]);
        }
      }
    }
  }

  /// Porter and Duff's "over" for premultiplied colours: source + (1 − alpha) · below, two channels
  /// at a time.
  private static int over(int source, int below) {
    int rest = 256 - (source >>> 24);
    int redBlue = (((below & 0xff00ff) * rest) >>> 8) & 0xff00ff;
    int alphaGreen = ((below >>> 8) & 0xff00ff) * rest & 0xff00ff00;
    return source + (redBlue | alphaGreen);
  }

  private int[] sprite(MarkerShape shape, Color colour) {
    return sampled(colour, (x, y) -> shape.covers(x / radius, y / radius));
  }

  private int[] hollow(Color colour) {
    double inner = Math.max(0, radius - Math.max(1, look.px(0.9)));
    return sampled(
        colour, (x, y) -> x * x + y * y <= radius * radius && x * x + y * y >= inner * inner);
  }

  private interface Shape {
    boolean covers(double x, double y);
  }

  private int[] sampled(Color colour, Shape shape) {
    var sprite = new int[side * side];
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        double coverage = coverage(shape, column - reach, row - reach);
        sprite[row * side + column] = Argb.premultiplied(colour, coverage);
      }
    }
    return sprite;
  }

  /// How much of the pixel around a place lies in a shape, 0 to 1.
  private static double coverage(Shape shape, double centreX, double centreY) {
    int covered = 0;
    for (int row = 0; row < SAMPLES; row++) {
      for (int column = 0; column < SAMPLES; column++) {
        double x = centreX + (column + 0.5) / SAMPLES - 0.5;
        double y = centreY + (row + 0.5) / SAMPLES - 0.5;
        covered += shape.covers(x, y) ? 1 : 0;
      }
    }
    return (double) covered / (SAMPLES * SAMPLES);
  }
}
