package dev.stepwise.draw;

import java.util.Optional;
import javafx.scene.paint.Color;

/// How an outline is drawn: filled, stroked, or both.
public record Ink(Optional<Color> fill, Optional<Stroke> stroke) {

  /// A line.
  ///
  /// @param width in pixels
  /// @param dash lengths of dashes and gaps in pixels; empty for a solid line
  @SuppressWarnings("ArrayRecordComponent") // never written to
  public record Stroke(Color colour, double width, double... dash) {}

  /// Filled alone.
  public static Ink filled(Color colour) {
    return new Ink(Optional.of(colour), Optional.empty());
  }

  /// Stroked alone.
  public static Ink stroked(Color colour, double width, double... dash) {
    return new Ink(Optional.empty(), Optional.of(new Stroke(colour, width, dash)));
  }

  /// Stroked alone, in a line that is at hand.
  public static Ink stroked(Stroke stroke) {
    return new Ink(Optional.empty(), Optional.of(stroke));
  }

  /// The same with a stroke.
  public Ink withStroke(Color colour, double width, double... dash) {
    return new Ink(fill, Optional.of(new Stroke(colour, width, dash)));
  }
}
