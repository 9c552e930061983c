package dev.stepwise.view.lstm;

import dev.stepwise.draw.Box;
import dev.stepwise.view.Viewport;

/// Where time steps are, from left to right: all have the same width.
///
/// @param left,width of what is seen, on whole pixels
/// @param from,to what is seen of the whole, 0 to 1
/// @param length how many time steps there are
record TimeAxis(double left, double width, double from, double to, int length) {

  static TimeAxis of(double left, double width, Viewport viewport, int length) {
    return new TimeAxis(
        Math.round(left), Math.max(1, Math.floor(width)), viewport.x0(), viewport.x1(), length);
  }

  /// The left edge of a time step; of the one after the last, the end. On a whole pixel.
  double edge(int t) {
    return left + Math.floor(width * ((double) t / length - from) / (to - from));
  }

  double middle(int t) {
    return left + width * ((t + 0.5) / length - from) / (to - from);
  }

  /// How wide a time step is.
  double step() {
    return width / (length * (to - from));
  }

  /// The time step at a place, 0 to the last.
  int at(double x) {
    double share = from + (x - left) / width * (to - from);
    return Math.clamp((int) Math.floor(share * length), 0, length - 1);
  }

  /// The first one that is seen, at least in part.
  int first() {
    return at(left);
  }

  /// The last one that is seen, at least in part.
  int last() {
    return at(left + width - 0.001);
  }

  double right() {
    return left + width;
  }

  /// The time steps from one edge to another, cut off at the ends.
  Box column(int t, int count, double top, double height) {
    double start = Math.clamp(edge(t), left, right());
    double end = Math.clamp(edge(t + count), left, right());
    return new Box(start, top, Math.max(0, end - start), height);
  }
}
