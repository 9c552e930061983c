package dev.stepwise.draw;

import java.util.Arrays;

/// The shape of a category's points: a second cue beside the colour. All shapes look equally large
/// at the same radius.
@SuppressWarnings("ImmutableEnumChecker") // the arrays are never written to
public enum MarkerShape {
  CIRCLE(1),
  SQUARE(0.88, -1, -1, 1, -1, 1, 1, -1, 1),
  TRIANGLE_UP(1.2, 0, -1, 0.92, 0.66, -0.92, 0.66),
  DIAMOND(1.22, 0, -1, 1, 0, 0, 1, -1, 0),
  PLUS(
      1.12, -0.36, -1, 0.36, -1, 0.36, -0.36, 1, -0.36, 1, 0.36, 0.36, 0.36, 0.36, 1, -0.36, 1,
      -0.36, 0.36, -1, 0.36, -1, -0.36, -0.36, -0.36),
  TRIANGLE_DOWN(1.2, 0, 1, -0.92, -0.66, 0.92, -0.66),
  CROSS(
      1.02, -0.96, -0.45, -0.45, -0.96, 0, -0.51, 0.45, -0.96, 0.96, -0.45, 0.51, 0, 0.96, 0.45,
      0.45, 0.96, 0, 0.51, -0.45, 0.96, -0.96, 0.45, -0.51, 0),
  STAR(
      1.28, 0, -1, 0.247, -0.34, 0.951, -0.309, 0.4, 0.13, 0.588, 0.809, 0, 0.42, -0.588, 0.809,
      -0.4, 0.13, -0.951, -0.309, -0.247, -0.34);

  private final double size;
  private final double[] xs;
  private final double[] ys;

  MarkerShape(double size, double... corners) {
    this.size = size;
    this.xs = new double[corners.length / 2];
    this.ys = new double[corners.length / 2];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = corners[2 * i];
      ys[i] = corners[2 * i + 1];
    }
  }

  /// The shape of a category. Colours begin again with the ninth category, and so do the shapes,
  /// but one further on each time, so that no two of 64 categories look alike.
  public static MarkerShape of(int category) {
    int count = values().length;
    return values()[Math.floorMod(category + category / count, count)];
  }

  /// Draws it around a place.
  ///
  /// @param radius of the circle that looks as large, in pixels
  public void draw(Surface surface, double x, double y, double radius, Ink ink) {
    if (this == CIRCLE) {
      surface.circle(x, y, radius, ink);
      return;
    }
    double factor = radius * size;
    surface.polygon(
        Arrays.stream(xs).map(corner -> x + factor * corner).toArray(),
        Arrays.stream(ys).map(corner -> y + factor * corner).toArray(),
        ink);
  }

  /// Whether a place lies in the shape around (0, 0) with radius 1.
  boolean covers(double x, double y) {
    if (this == CIRCLE) {
      return x * x + y * y <= 1;
    }
    double px = x / size;
    double py = y / size;
    boolean inside = false;
    for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
      // A ray to the right crosses this edge or not; an odd number of crossings means inside.
      if ((ys[i] > py) != (ys[j] > py)
          && px < (xs[j] - xs[i]) * (py - ys[i]) / (ys[j] - ys[i]) + xs[i]) {
        inside = !inside;
      }
    }
    return inside;
  }
}
