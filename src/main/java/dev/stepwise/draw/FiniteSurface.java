package dev.stepwise.draw;

import java.util.Arrays;

/// A surface that draws what has a place, and nothing else: a coordinate that is NaN or infinite
/// leaves a gap in a line and takes away any other shape, whichever mark it comes from. What lies
/// far beyond every edge is cut off near by, where no renderer overflows and no file fills with
/// digits.
public abstract class FiniteSurface implements Surface {
  /// No surface is so large.
  private static final double FAR = 1e5;

  @Override
  public final void rectangle(Box box, double radius, Ink ink) {
    if (isFinite(box)) {
      putRectangle(near(box), radius, ink);
    }
  }

  @Override
  public final void circle(double x, double y, double radius, Ink ink) {
    if (isNear(x) && isNear(y) && isNear(radius)) {
      putCircle(x, y, radius, ink);
    }
  }

  @Override
  public final void line(double[] xs, double[] ys, Ink.Stroke stroke) {
    if (areNear(xs) && areNear(ys)) {
      putLine(xs, ys, stroke);
      return;
    }
    int start = 0;
    for (int i = 0; i < xs.length; i++) {
      if (!isNear(xs[i]) || !isNear(ys[i])) {
        part(xs, ys, start, i, stroke);
        cut(xs, ys, i, i - 1, stroke);
        cut(xs, ys, i, i + 1, stroke);
        start = i + 1;
      }
    }
    part(xs, ys, start, xs.length, stroke);
  }

  private void part(double[] xs, double[] ys, int from, int to, Ink.Stroke stroke) {
    if (to - from > 1) {
      putLine(Arrays.copyOfRange(xs, from, to), Arrays.copyOfRange(ys, from, to), stroke);
    }
  }

  /// The part of the line between a far place and its neighbour that begins at the neighbour.
  private void cut(double[] xs, double[] ys, int far, int neighbour, Ink.Stroke stroke) {
    boolean there =
        neighbour >= 0
            && neighbour < xs.length
            && isNear(xs[neighbour])
            && isNear(ys[neighbour])
            && Double.isFinite(xs[far])
            && Double.isFinite(ys[far]);
    if (there) {
      double x = xs[neighbour];
      double y = ys[neighbour];
      double share = FAR / Math.max(Math.abs(xs[far] - x), Math.abs(ys[far] - y));
      double endX = x + share * (xs[far] - x);
      double endY = y + share * (ys[far] - y);
      putLine(new double[] {x, endX}, new double[] {y, endY}, stroke);
    }
  }

  @Override
  public final void polygon(double[] xs, double[] ys, Ink ink) {
    if (areFinite(xs) && areFinite(ys)) {
      putPolygon(near(xs), near(ys), ink);
    }
  }

  @Override
  public final void outline(Outline outline, double x, double y, double scale, Ink ink) {
    if (isNear(x) && isNear(y) && isNear(scale)) {
      putOutline(outline, x, y, scale, ink);
    }
  }

  @Override
  public final void text(String text, double x, double y, Type type) {
    if (isNear(x) && isNear(y)) {
      putText(text, x, y, type);
    }
  }

  @Override
  public final void pixels(Pixels pixels, double x, double y) {
    if (isNear(x) && isNear(y)) {
      putPixels(pixels, x, y);
    }
  }

  @Override
  public final void clipped(Box box, Runnable drawing) {
    if (isFinite(box)) {
      putClipped(near(box), drawing);
    }
  }

  /// A rectangle that has a place.
  protected abstract void putRectangle(Box box, double radius, Ink ink);

  /// A circle that has a place.
  protected abstract void putCircle(double x, double y, double radius, Ink ink);

  /// A line all of whose points have a place.
  protected abstract void putLine(double[] xs, double[] ys, Ink.Stroke stroke);

  /// A polygon all of whose corners have a place.
  protected abstract void putPolygon(double[] xs, double[] ys, Ink ink);

  /// An outline that has a place.
  protected abstract void putOutline(Outline outline, double x, double y, double scale, Ink ink);

  /// A text that has a place.
  protected abstract void putText(String text, double x, double y, Type type);

  /// Pixels that have a place.
  protected abstract void putPixels(Pixels pixels, double x, double y);

  /// What is seen in a box that has a place.
  protected abstract void putClipped(Box box, Runnable drawing);

  private static boolean isNear(double value) {
    return Math.abs(value) <= FAR; // and so neither NaN nor infinite
  }

  private static boolean areNear(double[] values) {
    for (double value : values) {
      if (!isNear(value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean areFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFinite(Box box) {
    return Double.isFinite(box.x())
        && Double.isFinite(box.y())
        && Double.isFinite(box.right())
        && Double.isFinite(box.bottom());
  }

  private static double near(double value) {
    return Math.clamp(value, -FAR, FAR);
  }

  private static double[] near(double[] values) {
    return areNear(values) ? values : Arrays.stream(values).map(FiniteSurface::near).toArray();
  }

  private static Box near(Box box) {
    if (isNear(box.x()) && isNear(box.y()) && isNear(box.right()) && isNear(box.bottom())) {
      return box;
    }
    double x = near(box.x());
    double y = near(box.y());
    return new Box(x, y, near(box.right()) - x, near(box.bottom()) - y);
  }
}
