package dev.stepwise.formula;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

/// Sets LaTeX with JLaTeXMath, whose drawing is recorded as outlines.
final class FormulaTypesetter {
  private static final float PLAIN_SIZE = 0.85f;
  // Boxes are in ems whatever the size, but the spaces that TeX gives in points follow it.
  private static final float DESIGN_SIZE = 20;

  private FormulaTypesetter() {}

  /// JLaTeXMath's parser and fonts are shared and not made for threads.
  static synchronized FormulaMark set(String latex) {
    return tried(latex).orElseGet(() -> plain(latex));
  }

  /// Whether a source can be set as a formula.
  static synchronized boolean isSound(String latex) {
    return tried(latex).isPresent();
  }

  private static Optional<FormulaMark> tried(String latex) {
    if (!isBalanced(latex)) {
      return Optional.empty();
    }
    try {
      var box =
          new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_DISPLAY, DESIGN_SIZE).getBox();
      var graphics = new OutlineGraphics();
      box.draw(graphics, 0, 0);
      return Optional.of(
          new FormulaMark(
              latex, graphics.parts(), box.getWidth(), box.getHeight(), box.getDepth()));
    } catch (ParseException | IllegalArgumentException | IndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  /// JLaTeXMath sets half a formula where a brace is missing; better to show what was written.
  private static boolean isBalanced(String latex) {
    int depth = 0;
    for (int i = 0; i < latex.length() && depth >= 0; i++) {
      switch (latex.charAt(i)) {
        case '\\' -> i++;
        case '{' -> depth++;
        case '}' -> depth--;
        default -> {}
      }
    }
    return depth == 0;
  }

  private static FormulaMark plain(String text) {
    var font = monospaced().deriveFont(PLAIN_SIZE);
    var graphics = new OutlineGraphics();
    graphics.setFont(font);
    graphics.drawString(text, 0, 0);
    var metrics = font.getLineMetrics(text, graphics.getFontRenderContext());
    double width = font.getStringBounds(text, graphics.getFontRenderContext()).getWidth();
    return new FormulaMark(
        text, graphics.parts(), width, metrics.getAscent(), metrics.getDescent());
  }

  private static Font monospaced() {
    var file = "/assets/fonts/JetBrainsMono-Regular.ttf";
    try (var stream = FormulaTypesetter.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("the bundled font " + file + " is missing");
      }
      return Font.createFont(Font.TRUETYPE_FONT, stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the bundled font " + file + " cannot be read", e);
    }
  }
}
