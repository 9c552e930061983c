package dev.stepwise.draw;

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

  /// In pixels, whatever the scale: what is smaller cannot be read.
  public static final double LEGIBLE = 8;

  /// The same with all that grows with the text larger or smaller.
  public Look scaled(double factor) {
    return new Look(palette, scale * factor, density);
  }

  /// A length that grows with the text.
  public double px(double length) {
    return length * scale;
  }

  /// A distance of the common scale.
  public double px(Space space) {
    return px(space.length());
  }

  /// Whether words are drawn: not in a thumbnail.
  public boolean speaks() {
    return density != Density.THUMBNAIL;
  }

  /// The size of a text: a length, but where words are shown never too small to be read.
  public double text(double size) {
    return speaks() ? Math.max(LEGIBLE, px(size)) : px(size);
  }
}
