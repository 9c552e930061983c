package dev.stepwise.draw;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.paint.Color;

/// Stamps small pictures of points into a pixel buffer: each category's antialiased picture is made
/// once, then copied to where its points are. The last point is in front and comes first: of those
/// behind it, only what is still seen costs something.
final class SpriteStamp {
  private static final int SAMPLES = 5;
  private static final int MOST = 64; // pairs of a colour and a shape, which then begin again
  private static final double LARGEST = 1.3; // how far shapes of radius 1 reach

  /// How exactly points are placed.
  enum Placing {
    /// Each on the pixel that holds it, without an outline, and of those on one pixel the last: for
    /// clouds in which no single point is seen.
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
  private record Key(int category, int place) {}

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
    var vacancy = new Vacancy(pixels, reach);
    var taken = new BitSet();
    int stride = pixels.width() + 2 * reach;
    int places = placing.places * placing.places;
    var table = new Sprite[(MOST + 1) * places]; // by category and place; hollow points come last
    double[] xs = scatter.xs();
    double[] ys = scatter.ys();
    int[] categories = scatter.categories();
    for (int i = xs.length - 1; i >= 0; i--) {
      double x = frame.pixelX(xs[i]) - left;
      double y = frame.pixelY(ys[i]) - top;
      if (x >= -reach && x < pixels.width() + reach && y >= -reach && y < pixels.height() + reach) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        if (placing == Placing.DENSE) {
          int pixel = (row + reach) * stride + column + reach;
          if (taken.get(pixel)) {
            continue;
          }
          taken.set(pixel);
        }
        int category = categories[i];
        int at = category == ScatterMark.NONE ? MOST : Math.floorMod(category, MOST);
        int place = place(x) + placing.places * place(y);
        var sprite = table[at * places + place];
        if (sprite == null) {
          sprite = sprite(at == MOST ? ScatterMark.NONE : at, place);
          table[at * places + place] = sprite;
        }
        put(sprite, pixels, vacancy, column, row);
      }
    }
    return pixels;
  }

  private int place(double position) {
    return (int) ((position - Math.floor(position)) * placing.places);
  }

  private static void put(Sprite sprite, Pixels pixels, Vacancy vacancy, int x, int y) {
    int[] argb = pixels.argb();
    int width = pixels.width();
    for (int strip = 0; strip < sprite.masks.length; strip++) {
      int atX = x + sprite.dx[strip];
      int atY = y + sprite.dy[strip];
      long seen = sprite.masks[strip] & vacancy.from(atX, atY);
      if (seen != 0) {
        long closed = put(sprite.colours[strip], argb, atY * width + atX, seen);
        vacancy.close(atX, atY, closed);
      }
    }
  }

  /// Puts those of some pixels that are seen behind what is there.
  ///
  /// @return those that cannot be seen through any more
  private static long put(int[] colours, int[] argb, int at, long seen) {
    long closed = 0;
    for (long rest = seen; rest != 0; rest &= rest - 1) {
      int i = Long.numberOfTrailingZeros(rest);
      int sum = Argb.over(argb[at + i], colours[i]);
      argb[at + i] = sum;
      closed |= ((sum >>> 24) + 1L) >>> 8 << i; // an alpha of 255 alone carries
    }
    return closed;
  }

  private Sprite sprite(int category, int place) {
    return sprites.computeIfAbsent(new Key(category, place), _ -> sampled(place, paint(category)));
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

  /// A point's picture, in strips of at most 64 pixels of a row.
  ///
  /// @param dx,dy of each strip's first pixel, from the point's pixel
  /// @param masks which pixels of each are not transparent, the first as the lowest bit
  /// @param colours of each strip, premultiplied ARGB
  @SuppressWarnings("ArrayRecordComponent") // never written to once made
  private record Sprite(int[] dx, int[] dy, long[] masks, int[][] colours) {}

  private record Strip(int dx, int dy, long mask, int[] colours) {}

  private Sprite sampled(int place, Paint paint) {
    double middleX = middle(place % placing.places);
    double middleY = middle(place / placing.places);
    var strips = new ArrayList<Strip>();
    for (int dy = -reach; dy <= reach; dy++) {
      for (int start = -reach; start <= reach; start += Long.SIZE) {
        var colours = new int[Math.min(Long.SIZE, reach + 1 - start)];
        long mask = 0;
        for (int i = 0; i < colours.length; i++) {
          colours[i] = average(paint, start + i - middleX, dy - middleY);
          mask |= colours[i] == 0 ? 0 : 1L << i;
        }
        if (mask != 0) {
          strips.add(new Strip(start, dy, mask, colours));
        }
      }
    }
    return new Sprite(
        strips.stream().mapToInt(Strip::dx).toArray(),
        strips.stream().mapToInt(Strip::dy).toArray(),
        strips.stream().mapToLong(Strip::mask).toArray(),
        strips.stream().map(Strip::colours).toArray(int[][]::new));
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
