package dev.stepwise.view;

/// The part of a drawing that is seen, in units of the whole: 0 is its left or top edge, 1 its
/// right or bottom edge.
public record Viewport(double x0, double y0, double x1, double y1) {
  /// All of it.
  public static final Viewport WHOLE = new Viewport(0, 0, 1, 1);

  private static final double SMALLEST = 1.0 / 256;

  /// Checks the order.
  ///
  /// @throws IllegalArgumentException where nothing would be seen, or what lies outside
  public Viewport {
    if (!(0 <= x0 && x0 < x1 && x1 <= 1 && 0 <= y0 && y0 < y1 && y1 <= 1)) {
      throw new IllegalArgumentException(
          "no part of a drawing: %s to %s, %s to %s".formatted(x0, x1, y0, y1));
    }
  }

  /// How wide the part is, as a share of the whole.
  public double width() {
    return x1 - x0;
  }

  /// How high the part is, as a share of the whole.
  public double height() {
    return y1 - y0;
  }

  /// Closer by a factor above 1, or farther by one below; what is at a place stays there.
  ///
  /// @param across,down the place, in units of this part
  public Viewport zoomed(double factor, double across, double down) {
    double width = Math.clamp(width() / factor, SMALLEST, 1);
    double height = Math.clamp(height() / factor, SMALLEST, 1);
    return at(x0 + across * (width() - width), y0 + down * (height() - height), width, height);
  }

  /// Moved, as far as there is something to see.
  ///
  /// @param across,down how far, in units of this part
  public Viewport moved(double across, double down) {
    return at(x0 + across * width(), y0 + down * height(), width(), height());
  }

  private static Viewport at(double x, double y, double width, double height) {
    double left = Math.clamp(x, 0, 1 - width);
    double top = Math.clamp(y, 0, 1 - height);
    return new Viewport(left, top, Math.min(1, left + width), Math.min(1, top + height));
  }
}
