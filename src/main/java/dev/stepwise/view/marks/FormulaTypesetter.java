package dev.stepwise.view.marks;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

/// Sets LaTeX with JLaTeXMath, whose drawing is recorded as outlines.
final class FormulaTypesetter {
  private static final float PLAIN_SIZE = 0.85f;

  private FormulaTypesetter() {}

  /// JLaTeXMath's parser and fonts are shared and not made for threads.
  static synchronized FormulaMark set(String latex) {
    try {
      var box = new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_DISPLAY, 1).getBox();
      var graphics = new OutlineGraphics();
      box.draw(graphics, 0, 0);
      return new FormulaMark(
          latex, graphics.parts(), box.getWidth(), box.getHeight(), box.getDepth());
    } catch (ParseException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return plain(latex);
    }
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
