package dev.stepwise.export;

import dev.stepwise.draw.Surface;

/// A piece of a sheet that no page break parts.
///
/// @param width,height in pixels
/// @param tie whether it may stand last on a page
record SheetBlock(double width, double height, Tie tie, Drawing drawing) {

  /// Whether a page may end after it.
  enum Tie {
    LOOSE,
    /// It says what the next one is: they stay together.
    TO_THE_NEXT
  }

  /// Draws it.
  @FunctionalInterface
  interface Drawing {
    /// Draws it from its top left corner.
    ///
    /// @param x,y the corner, in pixels
    void draw(Surface surface, double x, double y);
  }

  /// One that a page may end after.
  SheetBlock(double width, double height, Drawing drawing) {
    this(width, height, Tie.LOOSE, drawing);
  }

  /// The same, kept with what comes after it.
  SheetBlock tied() {
    return new SheetBlock(width, height, Tie.TO_THE_NEXT, drawing);
  }
}
