package dev.stepwise.draw;

/// Distances and widths of lines, so that what belongs together stands equally close everywhere.
/// The size of a thing, such as a marker's radius or a bar's thickness, is a named constant of its
/// painter instead.
public enum Space {
  /// The width of a fine line.
  HAIR(1),
  /// The width of a line that is followed with the eye.
  LINE(2),
  /// Between a mark and its own label.
  TIGHT(4),
  /// Between things of one group; the padding of a plate.
  SMALL(8),
  /// Between columns; the margin of the stage.
  GAP(12),
  /// Between panels.
  WIDE(20);

  private final double length;

  Space(double length) {
    this.length = length;
  }

  /// In pixels of a picture at scale 1.
  double length() {
    return length;
  }
}
