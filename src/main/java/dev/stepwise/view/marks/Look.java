package dev.stepwise.view.marks;

/// Colours and sizes of a picture.
///
/// @param palette the colours
/// @param scale of text and marks: 1 in the window, larger in present mode and for large text
/// @param density how much is said
public record Look(Palette palette, double scale, Density density) {

  /// How much a picture says.
  public enum Density {
    /// In the window.
    WINDOW,
    /// In a lecture hall: larger, fewer.
    PRESENT,
    /// A thumbnail: no words.
    THUMBNAIL
  }

  /// A length that grows with the text.
  public double px(double length) {
    return length * scale;
  }
}
