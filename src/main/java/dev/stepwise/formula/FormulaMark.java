package dev.stepwise.formula;

import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Outline;
import dev.stepwise.draw.Surface;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;

/// A formula that has been set: glyph outlines, to be drawn at any size. Lengths are in ems, the
/// size of the font that it is drawn in. Made by [Formulas].
///
/// @param source the LaTeX
/// @param width from the left edge to the right
/// @param height above the baseline
/// @param depth below the baseline
public record FormulaMark(
    String source, List<Part> parts, double width, double height, double depth) {

  /// Outlines of one colour.
  ///
  /// @param colour the colour that the source asks for, or empty for the text's
  public record Part(Outline outline, Optional<Color> colour) {}

  /// Copies the list.
  public FormulaMark {
    parts = List.copyOf(parts);
  }

  /// Draws it.
  ///
  /// @param x the left edge, in pixels
  /// @param baseline in pixels
  /// @param size of the font in pixels
  public void draw(Surface surface, double x, double baseline, double size, Color colour) {
    for (var part : parts) {
      surface.outline(part.outline, x, baseline, size, Ink.filled(part.colour.orElse(colour)));
    }
  }
}
