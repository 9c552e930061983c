package dev.stepwise.draw;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.paint.Color;

/// Stamps small pictures of points into a pixel buffer: each category's antialiased picture is made
/// once, then copied to where its points are.
final class SpriteStamp {
  private static final int SAMPLES = 5;
  private static final int MOST = 64; // pairs of a colour and a shape, which then begin again
  private static final double LARGEST = 1.3; // how far shapes of radius 1 reach

  /// How exactly points are placed.
  enum Placing {
    /// Each on the pixel that holds it, without an outline: for clouds in which no single point is
    /// seen.
    DENSE(1, 0),
    /// To a quarter of a pixel, set off from each other by an outline.
    FINE(4, 0.8);

    private final int places; // in a pixel, along each axis
    private final double outline;

    Placing(int places, double outline) {
      this.places = places;
      this.outline = outline;
    }
  }

  private final Look look;
  private final double radius;
  private final Placing placing;
  private final double outline;
  private final int reach;
  private final Map<Key, Sprite> sprites = new HashMap<>();

  /// A picture that is kept: of a category, or [ScatterMark#NONE], at a place in its pixel.
  private record Key(int category, int place, int stride) {}

  /// @param radius of a point, in pixels
  SpriteStamp(Look look, double radius, Placing placing) {
    this.look = look;
    this.radius = radius;
    this.placing = placing;
    this.outline = look.px(placing.outline);
    this.reach = (int) Math.ceil(radius * LARGEST + outline / 2);
  }

  /// The points of a scatter, on a transparent ground as large as the frame's box.
  Pixels stamp(ScatterMark scatter, PlotFrame frame) {
    var box = frame.box();
    double left = Math.floor(box.x());
    double top = Math.floor(box.y());
    var pixels =
        new Pixels((int) Math.ceil(box.right() - left), (int) Math.ceil(box.bottom() - top));
    int places = placing.places * placing.places;
    var table = new Sprite[(MOST + 1) * places]; // by category and place; hollow points come last
    double[] xs = scatter.xs();
    double[] ys = scatter.ys();
    for (int i = 0; i < xs.length; i++) {
      double x = frame.pixelX(xs[i]) - left;
      double y = frame.pixelY(ys[i]) - top;
      if (x >= -reach && x < pixels.width() + reach && y >= -reach && y < pixels.height() + reach) {
        int category = scatter.categories()[i];
        int at = category == ScatterMark.NONE ? MOST : Math.floorMod(category, MOST);
        int place = place(x) + placing.places * place(y);
        var sprite = table[at * places + place];
        if (sprite == null) {
          sprite = sprite(at == MOST ? ScatterMark.NONE : at, place, pixels.width());
          table[at * places + place] = sprite;
        }
        put(sprite, pixels, (int) Math.floor(x), (int) Math.floor(y));
      }
    }
    return pixels;
  }

  private int place(double position) {
    return (int) ((position - Math.floor(position)) * placing.places);
  }

  private void put(Sprite sprite, Pixels pixels, int x, int y) {
    int[] argb = pixels.argb();
    int centre = y * pixels.width() + x;
    int[] offsets = sprite.offsets;
    int[] colours = sprite.colours;
    if (x >= reach && x < pixels.width() - reach && y >= reach && y < pixels.height() - reach) {
      for (int i = 0; i < colours.length; i++) {
        put(colours[i], argb, centre + offsets[i]);
      }
      return;
    }
    for (int i = 0; i < colours.length; i++) {
      int atX = x + sprite.dx[i];
      int atY = y + sprite.dy[i];
      if (atX >= 0 && atX < pixels.width() && atY >= 0 && atY < pixels.height()) {
        put(colours[i], argb, centre + offsets[i]);
      }
    }
  }

  private static void put(int source, int[] argb, int at) {
    argb[at] = source >>> 24 == 255 ? source : over(source, argb[at]);
  }

  /// Porter and Duff's "over" for premultiplied colours: source + (1 − alpha) · below, two channels
  /// at a time.
  private static int over(int source, int below) {
    int rest = 256 - (source >>> 24);
    int redBlue = (((below & 0xff00ff) * rest) >>> 8) & 0xff00ff;
    int alphaGreen = ((below >>> 8) & 0xff00ff) * rest & 0xff00ff00;
    return source + (redBlue | alphaGreen);
  }

  private Sprite sprite(int category, int place, int stride) {
    return sprites.computeIfAbsent(
        new Key(category, place, stride), _ -> sampled(place, stride, paint(category)));
  }

  private Paint paint(int category) {
    var palette = look.palette();
    double inner = Math.max(0.1, radius - outline / 2);
    double outer = radius + outline / 2;
    if (category == ScatterMark.NONE) {
      double line = Math.max(1, look.px(placing == Placing.FINE ? 1.2 : 0.9));
      double hole = Math.max(0, radius - line);
      var ground = placing == Placing.FINE ? palette.background() : Color.TRANSPARENT;
      return (x, y) -> {
        double distance = Math.hypot(x, y);
        return distance > radius ? Color.TRANSPARENT : distance > hole ? palette.muted() : ground;
      };
    }
    var shape = MarkerShape.of(category);
    var colour = palette.category(category);
    return (x, y) ->
        shape.covers(x / inner, y / inner)
            ? colour
            : shape.covers(x / outer, y / outer) ? palette.background() : Color.TRANSPARENT;
  }

  /// The colour of a point's picture at a place around its middle.
  private interface Paint {
    Color at(double x, double y);
  }

  /// The pixels of a point's picture that are not transparent.
  ///
  /// @param dx,dy from the point's pixel
  /// @param offsets the same in a buffer of the stamp's width
  /// @param colours premultiplied ARGB
  @SuppressWarnings("ArrayRecordComponent") // never written to once made
  private record Sprite(int[] dx, int[] dy, int[] offsets, int[] colours) {}

  private Sprite sampled(int place, int stride, Paint paint) {
    double middleX = middle(place % placing.places);
    double middleY = middle(place / placing.places);
    int side = 2 * reach + 1;
    var whole =
        new Sprite(
            new int[side * side], new int[side * side], new int[side * side], new int[side * side]);
    int n = 0;
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        int argb = average(paint, dx - middleX, dy - middleY);
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

  /// How far the middle of a point lies from the middle of its pixel.
  private double middle(int place) {
    return (place + 0.5) / placing.places - 0.5;
  }

  /// The colour of the pixel around a place, premultiplied.
  private static int average(Paint paint, double centreX, double centreY) {
    double[] sums = new double[4];
    for (int row = 0; row < SAMPLES; row++) {
      for (int column = 0; column < SAMPLES; column++) {
        double x = centreX + (column + 0.5) / SAMPLES - 0.5;
        double y = centreY + (row + 0.5) / SAMPLES - 0.5;
        var colour = paint.at(x, y);
        double share = colour.getOpacity() / (SAMPLES * SAMPLES);
        sums[0] += share;
        sums[1] += share * colour.getRed();
        sums[2] += share * colour.getGreen();
        sums[3] += share * colour.getBlue();
      }
    }
    return Argb.ofPremultiplied(sums[0], sums[1], sums[2], sums[3]);
  }
}
