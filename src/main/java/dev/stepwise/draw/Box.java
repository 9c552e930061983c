package dev.stepwise.draw;

/// A rectangle in pixels, from its top left corner.
public record Box(double x, double y, double width, double height) {

  /// The right edge.
  public double right() {
    return x + width;
  }

  /// The bottom edge.
  public double bottom() {
    return y + height;
  }

  /// The middle.
  public double centreX() {
    return x + width / 2;
  }

  /// The middle.
  public double centreY() {
    return y + height / 2;
  }

  /// Whether a place lies in it.
  public boolean contains(double px, double py) {
    return px >= x && px <= right() && py >= y && py <= bottom();
  }

  /// The smallest box that holds both.
  public Box union(Box other) {
    double left = Math.min(x, other.x());
    double top = Math.min(y, other.y());
    return new Box(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }

  /// Whether the two have a place in common that is not at an edge.
  public boolean overlaps(Box other) {
    return x < other.right() && other.x() < right() && y < other.bottom() && other.y() < bottom();
  }

  /// The box moved so that it does not reach over the edges of another one, which is no smaller.
  public Box within(Box other) {
    return new Box(
        Math.max(other.x(), Math.min(x, other.right() - width)),
        Math.max(other.y(), Math.min(y, other.bottom() - height)),
        width,
        height);
  }

  /// The box elsewhere.
  public Box moved(double right, double down) {
    return new Box(x + right, y + down, width, height);
  }

  /// The box without a margin on each side.
  public Box inset(double top, double right, double bottom, double left) {
    return new Box(
        x + left, y + top, Math.max(0, width - left - right), Math.max(0, height - top - bottom));
  }

  /// The box without the same margin on all sides.
  public Box inset(double margin) {
    return inset(margin, margin, margin, margin);
  }
}
