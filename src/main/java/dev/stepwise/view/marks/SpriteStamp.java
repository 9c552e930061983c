package dev.stepwise.view.marks;

import java.util.Arrays;
import javafx.scene.paint.Color;

/// Stamps small pictures of points into a pixel buffer: each category's antialiased picture is made
/// once, then copied to where its points are.
final class SpriteStamp {
  private static final int SAMPLES = 5;
  private static final int MOST = 64; // pairs of a colour and a shape, which then begin again
  private static final double LARGEST = 1.3; // how far shapes of radius 1 reach

  private final Look look;
  private final double radius;
  private final int reach;

  /// @param radius of a point, in pixels
  SpriteStamp(Look look, double radius) {
    this.look = look;
    this.radius = radius;
    this.reach = (int) Math.ceil(radius * LARGEST - 0.5);
  }

  /// The points of a scatter, on a transparent ground as large as the frame's box.
  Pixels stamp(ScatterMark scatter, PlotFrame frame) {
    var box = frame.box();
    double left = Math.floor(box.x());
    double top = Math.floor(box.y());
    var pixels =
        new Pixels((int) Math.ceil(box.right() - left), (int) Math.ceil(box.bottom() - top));
    int categories = Math.clamp(1L + Arrays.stream(scatter.categories()).max().orElse(0), 1, MOST);
    var sprites = new Sprite[categories];
    for (int i = 0; i < categories; i++) {
      sprites[i] = sprite(MarkerShape.of(i), look.palette().category(i), pixels.width());
    }
    var hollow = hollow(look.palette().muted(), pixels.width());
    double[] xs = scatter.xs();
    double[] ys = scatter.ys();
    for (int i = 0; i < xs.length; i++) {
      double x = frame.pixelX(xs[i]) - left;
      double y = frame.pixelY(ys[i]) - top;
      if (x >= -reach && x < pixels.width() + reach && y >= -reach && y < pixels.height() + reach) {
        int category = scatter.categories()[i];
        var sprite =
            category == ScatterMark.NONE ? hollow : sprites[Math.floorMod(category, categories)];
        put(sprite, pixels, (int) Math.floor(x), (int) Math.floor(y));
      }
    }
    return pixels;
  }

  private void put(Sprite sprite, Pixels pixels, int x, int y) {
    boolean whole =
        x >= reach && x < pixels.width() - reach && y >= reach && y < pixels.height() - reach;
    int[] argb = pixels.argb();
    int centre = y * pixels.width() + x;
    for (int i = 0; i < sprite.colours.length; i++) {
      int atX = x + sprite.dx[i];
      int atY = y + sprite.dy[i];
      if (whole || (atX >= 0 && atX < pixels.width() && atY >= 0 && atY < pixels.height())) {
        int at = centre + sprite.offsets[i];
        int source = sprite.colours[i];
        argb[at] = source >>> 24 == 255 ? source : over(source, argb[at]);
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

  private Sprite sprite(MarkerShape shape, Color colour, int stride) {
    return sampled(colour, stride, (x, y) -> shape.covers(x / radius, y / radius));
  }

  private Sprite hollow(Color colour, int stride) {
    double inner = Math.max(0, radius - Math.max(1, look.px(0.9)));
    return sampled(
        colour,
        stride,
        (x, y) -> x * x + y * y <= radius * radius && x * x + y * y >= inner * inner);
  }

  private interface Shape {
    boolean covers(double x, double y);
  }

  /// The pixels of a point's picture that are not transparent.
  ///
  /// @param dx,dy from the point's pixel
  /// @param offsets the same in a buffer of the stamp's width
  /// @param colours premultiplied ARGB
  @SuppressWarnings("ArrayRecordComponent") // never written to once made
  private record Sprite(int[] dx, int[] dy, int[] offsets, int[] colours) {}

  private Sprite sampled(Color colour, int stride, Shape shape) {
    int side = 2 * reach + 1;
    var whole =
        new Sprite(
            new int[side * side], new int[side * side], new int[side * side], new int[side * side]);
    int n = 0;
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        int argb = Argb.premultiplied(colour, coverage(shape, dx, dy));
        if (argb != 0) {
          whole.dx[n] = dx;
          whole.dy[n] = dy;
          whole.offsets[n] = dy * stride + dx;
          whole.colours[n++] = argb;
        }
      }
    }
    return new Sprite(
        Arrays.copyOf(whole.dx, n),
        Arrays.copyOf(whole.dy, n),
        Arrays.copyOf(whole.offsets, n),
        Arrays.copyOf(whole.colours, n));
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
