package dev.stepwise.draw;

import java.util.Optional;

/// A band around a curve that grows to the right, broken where there is no place: pixels on a
/// screen, one outline in a drawing that is scaled later.
final class Envelope {
  private final Surface surface;
  private final CurvesMark.Curve curve;
  private final Optional<BandPixels> pixels;
  private final double[] xs;
  private final double[] tops;
  private final double[] bottoms;
  private int length;

  /// @param box where it is seen
  /// @param most places at most
  Envelope(Surface surface, Box box, CurvesMark.Curve curve, int most) {
    this.surface = surface;
    this.curve = curve;
    this.pixels =
        switch (surface.kind()) {
          case PIXELS -> Optional.of(new BandPixels(room(box, curve.width())));
          case SHAPES -> Optional.empty();
        };
    this.xs = new double[most];
    this.tops = new double[most];
    this.bottoms = new double[most];
  }

  /// As far as a line at the edge reaches, on whole pixels.
  private static Box room(Box box, double width) {
    var wide = box.inset(-width);
    double x = Math.floor(wide.x());
    double y = Math.floor(wide.y());
    return new Box(x, y, Math.ceil(wide.right()) - x, Math.ceil(wide.bottom()) - y);
  }

  /// Goes on to a place; not a number parts the band.
  void to(double x, double top, double bottom) {
    if (Double.isNaN(top) || Double.isNaN(bottom)) {
      flush();
      return;
    }
    // Far beyond the edges a renderer may overflow; what is there is cut off anyway.
    xs[length] = x;
    tops[length] = Math.clamp(top - curve.width() / 2, -1e5, 1e5);
    bottoms[length++] = Math.clamp(bottom + curve.width() / 2, -1e5, 1e5);
  }

  /// Draws it.
  void end() {
    flush();
    pixels.ifPresent(band -> band.draw(surface, curve.colour()));
  }

  private void flush() {
    if (length > 0) {
      pixels.ifPresentOrElse(band -> band.add(xs, tops, bottoms, length), this::polygon);
    }
    length = 0;
  }

  private void polygon() {
    var polygonX = new double[2 * length + 4];
    var polygonY = new double[2 * length + 4];
    for (int i = 0; i < length; i++) {
      put(polygonX, polygonY, i + 1, xs[i], tops[i]);
      put(polygonX, polygonY, 2 * length + 2 - i, xs[i], bottoms[i]);
    }
    // The ends are as wide as a column, so that a single one is seen as well.
    double left = xs[0] - 0.5;
    double right = xs[length - 1] + 0.5;
    put(polygonX, polygonY, 0, left, tops[0]);
    put(polygonX, polygonY, length + 1, right, tops[length - 1]);
    put(polygonX, polygonY, length + 2, right, bottoms[length - 1]);
    put(polygonX, polygonY, 2 * length + 3, left, bottoms[0]);
    surface.polygon(polygonX, polygonY, Ink.filled(curve.colour()));
  }

  private static void put(double[] xs, double[] ys, int at, double x, double y) {
    xs[at] = x;
    ys[at] = y;
  }
}
