package dev.stepwise.presenting;

/// A screen, in the coordinates that all screens share.
///
/// @param x of its left edge
/// @param y of its top edge
/// @param width in pixels
/// @param height in pixels
public record Area(double x, double y, double width, double height) {
  double size() {
    return width * height;
  }
}
