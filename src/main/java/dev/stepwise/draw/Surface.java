package dev.stepwise.draw;

/// What marks draw on: the screen's canvas, or a file. Coordinates are pixels from the top left
/// corner.
public interface Surface {

  /// What a surface is good at.
  enum Kind {
    /// The screen: a buffer of pixels costs less than many shapes.
    PIXELS,
    /// A drawing that is scaled later: shapes, as long as the file stays small.
    SHAPES
  }

  /// What it is good at.
  default Kind kind() {
    return Kind.PIXELS;
  }

  /// A rectangle.
  ///
  /// @param radius of its corners, 0 for sharp ones
  void rectangle(Box box, double radius, Ink ink);

  /// A circle.
  void circle(double x, double y, double radius, Ink ink);

  /// A line through points.
  void line(double[] xs, double[] ys, Ink.Stroke stroke);

  /// A closed outline through points.
  void polygon(double[] xs, double[] ys, Ink ink);

  /// An outline of lines and curves, moved to (x, y) and scaled.
  void outline(Outline outline, double x, double y, double scale, Ink ink);

  /// A text on one line; its anchor on the baseline.
  void text(String text, double x, double y, Type type);

  /// How wide a text would be.
  double textWidth(String text, Type type);

  /// Pixels at their own size, premultiplied ARGB, row by row.
  void pixels(Pixels pixels, double x, double y);

  /// Draws something of which only what lies in the box is seen.
  void clipped(Box box, Runnable drawing);

  /// Draws something faded.
  ///
  /// @param opacity 0 to 1
  void faded(double opacity, Runnable drawing);

  /// A straight line.
  default void line(double x1, double y1, double x2, double y2, Ink.Stroke stroke) {
    line(new double[] {x1, x2}, new double[] {y1, y2}, stroke);
  }
}
