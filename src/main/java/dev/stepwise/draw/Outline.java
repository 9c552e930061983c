package dev.stepwise.draw;

import java.util.ArrayList;
import java.util.List;

/// A vector outline: glyphs of a formula, an icon. Filled by the non-zero rule.
public final class Outline {

  /// A part of an outline.
  public sealed interface Segment {
    /// Lifts the pen.
    record Move(double x, double y) implements Segment {}

    /// A straight line.
    record Line(double x, double y) implements Segment {}

    /// A quadratic curve.
    record Quad(double cx, double cy, double x, double y) implements Segment {}

    /// A cubic curve.
    record Cubic(double c1x, double c1y, double c2x, double c2y, double x, double y)
        implements Segment {}

    /// Back to the last move.
    record Close() implements Segment {}
  }

  private final List<Segment> segments = new ArrayList<>();

  /// Adds a part.
  public void add(Segment segment) {
    segments.add(segment);
  }

  /// All parts.
  public List<Segment> segments() {
    return List.copyOf(segments);
  }
}
