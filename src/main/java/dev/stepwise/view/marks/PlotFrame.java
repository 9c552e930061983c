package dev.stepwise.view.marks;

/// The inside of a plot: a box and the scales of its two axes. The y axis points up.
///
/// @param box in pixels
public record PlotFrame(Box box, Scale x, Scale y) {

  /// A frame around points with a margin, in which one unit is as long to the right as it is up, so
  /// that distances look as they are. Of points that are not finite the finite coordinates count.
  ///
  /// @param margin as a fraction of the points' spread
  public static PlotFrame equalAspect(Box box, double[] xs, double[] ys, double margin) {
    var x = LinearScale.over(xs, margin);
    var y = LinearScale.over(ys, margin);
    double width = Math.max(1, box.width());
    double height = Math.max(1, box.height());
    double unit = Math.max((x.to() - x.from()) / width, (y.to() - y.from()) / height);
    return new PlotFrame(box, stretched(x, unit * width), stretched(y, unit * height));
  }

  private static LinearScale stretched(LinearScale scale, double length) {
    double more = Math.max(0, length - (scale.to() - scale.from())) / 2;
    return new LinearScale(scale.from() - more, scale.to() + more);
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
