package dev.stepwise.draw;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// A corner of a plot, where the names of its lines may stand.
public enum Corner {
  /// Above, at the y axis.
  TOP_LEFT,
  /// Above, at the end of the x axis.
  TOP_RIGHT,
  /// Below, where the axes meet.
  BOTTOM_LEFT,
  /// Below, at the end of the x axis.
  BOTTOM_RIGHT;

  private static final int PIECES = 20;

  /// A line through places in pixels. Places that are not finite are gaps.
  ///
  /// @param xs,ys as many of one as of the other
  @SuppressWarnings("ArrayRecordComponent") // never written to
  public record Path(double[] xs, double[] ys) {

    /// How much of the line lies in a box.
    long within(Box box) {
      long within = 0;
      for (int i = 0; i + 1 < xs.length; i++) {
        for (int piece = 0; piece < PIECES; piece++) {
          double t = piece / (double) PIECES;
          double x = xs[i] + t * (xs[i + 1] - xs[i]);
          double y = ys[i] + t * (ys[i + 1] - ys[i]);
          within += box.contains(x, y) ? 1 : 0;
        }
      }
      return within;
    }
  }

  /// The corner that lines leave free, or the one with least of them.
  ///
  /// @param wanted the one that is taken where others are no better
  public static Corner free(
      Box plot, double width, double height, Corner wanted, List<Path> lines) {
    return Arrays.stream(values())
        .min(
            Comparator.comparingLong((Corner corner) ->
                    lines.stream()
                        .mapToLong(line -> line.within(corner.in(plot, width, height)))
                        .sum())
                .thenComparing(corner -> corner != wanted))
        .orElseThrow();
  }

  /// A box of a size in this corner of a plot.
  public Box in(Box plot, double width, double height) {
    double x = isRight() ? plot.right() - width : plot.x();
    double y = this == TOP_LEFT || this == TOP_RIGHT ? plot.y() : plot.bottom() - height;
    return new Box(x, y, width, height);
  }

  /// Whether it is at the right.
  public boolean isRight() {
    return this == TOP_RIGHT || this == BOTTOM_RIGHT;
  }
}
