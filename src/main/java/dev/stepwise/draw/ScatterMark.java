package dev.stepwise.draw;

import javafx.scene.paint.Color;

/// Points in the colour and shape of their categories. The arrays are shared and never written to.
///
/// @param xs,ys the points in the data's units; one that is not finite is not drawn
/// @param categories the category of each point, or [#NONE] for a hollow grey point
@SuppressWarnings("ArrayRecordComponent") // shared on purpose: a copy each frame would be felt
public record ScatterMark(double[] xs, double[] ys, int[] categories) {
  /// The category of a point that has none.
  public static final int NONE = -1;

  static final int MOST_SHAPES = 2_000;

  /// The line of a ring around a point.
  public enum Ring {
    SOLID,
    DASHED
  }

  /// Checks the lengths.
  ///
  /// @throws IllegalArgumentException if the arrays are not equally long
  public ScatterMark {
    if (xs.length != ys.length || xs.length != categories.length) {
      throw new IllegalArgumentException(
          "%d x, %d y and %d categories".formatted(xs.length, ys.length, categories.length));
    }
  }

  /// The radius of a point, in pixels: the more points, the smaller.
  public double radius(Look look) {
    double radius = radius(xs.length);
    return look.speaks() ? radius * look.scale() : Math.min(radius, 2.2);
  }

  private static double radius(int points) {
    if (points <= 300) {
      return 4.5;
    } else if (points <= 1_000) {
      return 3.8;
    } else if (points <= MOST_SHAPES) {
      return 3.2;
    }
    return points <= 20_000 ? 2.4 : 1.8;
  }

  /// Draws all points, cut off at the frame's box; a [ScatterPainter] does it again for less.
  public void draw(Surface surface, PlotFrame frame, Look look) {
    new ScatterPainter().draw(surface, this, frame, look);
  }

  /// Draws one point again, to bring it to the front.
  public void draw(Surface surface, PlotFrame frame, Look look, int point) {
    double x = frame.pixelX(xs[point]);
    double y = frame.pixelY(ys[point]);
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return;
    }
    var palette = look.palette();
    double radius = radius(look);
    if (categories[point] == NONE) {
      var hollow =
          Ink.filled(palette.background()).withStroke(palette.muted(), look.px(Space.HAIR));
      surface.circle(x, y, radius - look.px(Space.HAIR) / 2, hollow);
    } else {
      var ink =
          Ink.filled(palette.category(categories[point]))
              .withStroke(palette.background(), look.px(Space.HAIR));
      MarkerShape.of(categories[point]).draw(surface, x, y, radius, ink);
    }
  }

  /// Draws a ring around a point.
  public void ring(
      Surface surface, PlotFrame frame, Look look, int point, Color colour, Ring ring) {
    double x = frame.pixelX(xs[point]);
    double y = frame.pixelY(ys[point]);
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return;
    }
    var ink =
        switch (ring) {
          case SOLID -> Ink.stroked(colour, look.px(Space.LINE));
          case DASHED ->
              Ink.stroked(colour, look.px(Space.LINE), look.px(Space.LINE), look.px(Space.TIGHT));
        };
    surface.circle(x, y, radius(look) + look.px(Space.TIGHT), ink);
  }

  /// The drawn point nearest to a place, the last drawn of equally near ones; -1 where none is
  /// near.
  ///
  /// @param reach how far away it may be, in pixels
  public int nearest(PlotFrame frame, double x, double y, double reach) {
    int nearest = -1;
    double best = reach * reach;
    for (int i = 0; i < xs.length; i++) {
      double dx = frame.pixelX(xs[i]) - x;
      double dy = frame.pixelY(ys[i]) - y;
      if (dx * dx + dy * dy <= best) {
        best = dx * dx + dy * dy;
        nearest = i;
      }
    }
    return nearest;
  }
}
