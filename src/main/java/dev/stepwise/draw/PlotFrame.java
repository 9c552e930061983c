package dev.stepwise.draw;

import java.util.Arrays;

/// The inside of a plot: a box and the scales of its two axes. The y axis points up.
///
/// @param box in pixels
public record PlotFrame(Box box, Scale x, Scale y) {

  /// A frame around points with a margin, in which one unit is as long to the right as it is up, so
  /// that distances look as they are. Of points that are not finite the finite coordinates count.
  /// Where the points differ in one coordinate alone, it alone says how long a unit is, so that
  /// they are seen apart.
  ///
  /// @param margin as a fraction of the points' spread
  public static PlotFrame equalAspect(Box box, double[] xs, double[] ys, double margin) {
    var x = LinearScale.over(xs, margin);
    var y = LinearScale.over(ys, margin);
    double width = Math.max(1, box.width());
    double height = Math.max(1, box.height());
    boolean flat = isConstant(ys) && !isConstant(xs);
    boolean upright = isConstant(xs) && !isConstant(ys);
    double unit =
        Math.max(
            upright ? 0 : (x.to() - x.from()) / width, flat ? 0 : (y.to() - y.from()) / height);
    return new PlotFrame(box, resized(x, unit * width), resized(y, unit * height));
  }

  private static boolean isConstant(double[] values) {
    var finite = Arrays.stream(values).filter(Double::isFinite).summaryStatistics();
    return finite.getCount() > 0 && LinearScale.areTooNear(finite.getMin(), finite.getMax());
  }

  /// The axis with its middle where it is, and a length.
  private static LinearScale resized(LinearScale scale, double length) {
    double middle = scale.from() + (scale.to() - scale.from()) / 2;
    double half = Math.min(length, Double.MAX_VALUE / 2) / 2;
    return new LinearScale(middle - half, middle + half);
  }

  /// Where a value of x is; NaN where it has no place.
  public double pixelX(double value) {
    return box.x() + x.place(value) * box.width();
  }

  /// Where a value of y is; NaN where it has no place.
  public double pixelY(double value) {
    return box.bottom() - y.place(value) * box.height();
  }

  /// The value of x at a place.
  public double dataX(double pixel) {
    return x.value((pixel - box.x()) / Math.max(1, box.width()));
  }

  /// The value of y at a place.
  public double dataY(double pixel) {
    return y.value((box.bottom() - pixel) / Math.max(1, box.height()));
  }
}
