package dev.stepwise.draw;

import javafx.scene.paint.Color;

/// How a text is set.
///
/// @param face which of the bundled fonts
/// @param size in pixels
/// @param align where the text's anchor is, from left to right
/// @param angle turned around its anchor, in degrees, clockwise
public record Type(Face face, double size, Color colour, Align align, double angle) {

  /// A bundled font. Inter is set with tabular figures wherever numbers stand under each other by
  /// using [#MONO].
  public enum Face {
    REGULAR,
    MEDIUM,
    BOLD,
    ITALIC,
    MONO,
    MONO_BOLD
  }

  /// Where the anchor is. Vertically it is always the baseline.
  public enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }

  /// Left-aligned and level.
  public Type(Face face, double size, Color colour) {
    this(face, size, colour, Align.LEFT, 0);
  }

  /// The same with another alignment.
  public Type aligned(Align other) {
    return new Type(face, size, colour, other, angle);
  }

  /// The same with its anchor in the middle.
  public Type centred() {
    return aligned(Align.CENTRE);
  }

  /// The same with its anchor at the right.
  public Type right() {
    return aligned(Align.RIGHT);
  }

  /// The same in the bold face of its family.
  public Type bold() {
    var bold =
        switch (face) {
          case MONO, MONO_BOLD -> Face.MONO_BOLD;
          case REGULAR, MEDIUM, BOLD, ITALIC -> Face.BOLD;
        };
    return new Type(bold, size, colour, align, angle);
  }

  /// The same in another size.
  ///
  /// @param pixels the size
  public Type at(double pixels) {
    return new Type(face, pixels, colour, align, angle);
  }

  /// How far below the middle of its letters and figures the baseline is.
  public double drop() {
    return size * 0.36;
  }

  /// The same larger or smaller.
  public Type sized(double factor) {
    return at(size * factor);
  }

  /// The same in another colour.
  public Type coloured(Color other) {
    return new Type(face, size, other, align, angle);
  }
}
