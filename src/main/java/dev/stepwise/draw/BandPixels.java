package dev.stepwise.draw;

import java.util.Arrays;
import javafx.scene.paint.Color;

/// A band between two lines as pixels: each has as much of the colour as the band covers of it. A
/// noisy band covers most of a plot, and costs a renderer of outlines several times as much.
final class BandPixels {
  private static final int SAMPLES = 8; // of each column of pixels
  private static final int HEIGHT = 32; // units of a pixel; with the samples, 256 make it full
  private static final int FULL = SAMPLES * HEIGHT;

  private final Box room;
  private final int columns;
  private final int rows;

  /// How much more each pixel is covered than the one above it, row by row.
  private final int[] steps;

  private int first;
  private int last = -1;

  /// @param room what lies beyond is left out; on whole pixels
  BandPixels(Box room) {
    this.room = room;
    this.columns = Math.max(1, (int) room.width());
    this.rows = Math.max(1, (int) room.height());
    this.first = rows;
    this.steps = new int[columns * (rows + 1)];
  }

  /// Adds a piece that does not overlap with the others. Its ends reach half a pixel further.
  ///
  /// @param xs rising
  /// @param tops,bottoms where it begins and ends at each x
  void add(double[] xs, double[] tops, double[] bottoms, int length) {
    double left = xs[0] - 0.5;
    double right = xs[length - 1] + 0.5;
    int from = (int) Math.ceil(Math.max(0, left - room.x()) * SAMPLES - 0.5);
    int to = (int) Math.ceil(Math.min(columns, right - room.x()) * SAMPLES - 0.5);
    int next = 0;
    for (int sample = from; sample < to; sample++) {
      double x = room.x() + (sample + 0.5) / SAMPLES;
      while (next < length && xs[next] < x) {
        next++;
      }
      int after = Math.min(next, length - 1);
      int before = Math.max(0, next - 1);
      double way = xs[after] - xs[before];
      double share = way > 0 ? (x - xs[before]) / way : 0;
      cover(
          sample / SAMPLES,
          tops[before] + Math.clamp(share, 0, 1) * (tops[after] - tops[before]),
          bottoms[before] + Math.clamp(share, 0, 1) * (bottoms[after] - bottoms[before]));
    }
  }

  private void cover(int column, double top, double bottom) {
    int begin = units(top);
    int end = units(bottom);
    if (begin < end) {
      step(column, begin, 1);
      step(column, end, -1);
      first = Math.min(first, begin / HEIGHT);
      last = Math.max(last, (end - 1) / HEIGHT);
    }
  }

  private int units(double y) {
    return (int) Math.round(Math.clamp(y - room.y(), 0, rows) * HEIGHT);
  }

  /// Where a sample begins or ends to be covered: the pixel's own part, and what is left for the
  /// one below.
  private void step(int column, int unit, int sign) {
    int at = unit / HEIGHT * columns + column;
    int below = unit % HEIGHT;
    steps[at] += sign * (HEIGHT - below);
    if (below > 0) {
      steps[at + columns] += sign * below;
    }
  }

  /// Draws what was added.
  void draw(Surface surface, Color colour) {
    if (last < first) {
      return;
    }
    var pixels = new Pixels(columns, last - first + 1);
    int[] shades = shades(colour);
    int[] covered = new int[columns];
    for (int y = first; y <= last; y++) {
      int from = y * columns;
      int to = (y - first) * columns;
      for (int x = 0; x < columns; x++) {
        covered[x] += steps[from + x];
        pixels.argb()[to + x] = shades[covered[x]];
      }
    }
    surface.pixels(pixels, room.x(), room.y() + first);
  }

  /// The colour by how much of a pixel it covers.
  private static int[] shades(Color colour) {
    var shades = new int[FULL + 1];
    Arrays.setAll(shades, covered -> Argb.premultiplied(colour, (double) covered / FULL));
    return shades;
  }
}
