package dev.stepwise.draw;

/// Rows of one height below each other, as many as fit.
///
/// @param area from whose top they begin
/// @param shown how many there are
/// @param height of a row, in pixels
public record Rows(Box area, int shown, double height) {

  /// As many rows as an area has room for, as high as there is room, within limits.
  ///
  /// @param wanted how many there would be
  /// @param least how high a row is at least; where not even one fits, there is one that is lower
  /// @param most how high a row is at most
  public static Rows of(Box area, int wanted, double least, double most) {
    int shown = Math.min(wanted, fitting(area, least));
    return new Rows(area, shown, Math.min(most, area.height() / Math.max(1, shown)));
  }

  /// How many rows of a height fit, at least one.
  public static int fitting(Box area, double least) {
    return Math.max(1, (int) ((area.height() + 1e-6) / least));
  }

  /// Where a row is; between two rows for what moves from one to the other.
  public Box row(double index) {
    return new Box(area.x(), area.y() + index * height, area.width(), height);
  }

  /// Which row comes first where not all are shown, so that one of them is seen near the end.
  ///
  /// @param current the row that has to be seen
  /// @param all how many there are
  public int firstUpTo(int current, int all) {
    return Math.clamp(current - shown + 1L, 0, Math.max(0, all - shown));
  }
}
