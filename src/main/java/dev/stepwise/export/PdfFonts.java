package dev.stepwise.export;

import dev.stepwise.draw.Type;
import java.io.IOException;
import java.text.Bidi;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The bundled fonts in one PDF: those that its texts use, of each the glyphs that they use.
///
/// Inter is here with TrueType outlines, since PDFBox embeds no others; they are those of the fonts
/// of the screen, glyph by glyph as wide.
final class PdfFonts {
  private final PDDocument document;
  private final Map<Type.Face, Embedded> fonts = new EnumMap<>(Type.Face.class);

  PdfFonts(PDDocument document) {
    this.document = document;
  }

  /// A font of the document.
  ///
  /// @param characters tells which ones it has
  record Embedded(PDType0Font font, CmapLookup characters) {

    /// Whether it can set a text letter by letter: it has them all, and none of them changes or
    /// moves beside its neighbours.
    boolean sets(String text) {
      var chars = text.toCharArray();
      return !Bidi.requiresBidi(chars, 0, chars.length)
          && text.codePoints().allMatch(c -> characters.getGlyphId(c) > 0 && !isJoined(c));
    }

    private static boolean isJoined(int character) {
      return switch (Character.getType(character)) {
        case Character.NON_SPACING_MARK,
            Character.COMBINING_SPACING_MARK,
            Character.ENCLOSING_MARK,
            Character.FORMAT,
            Character.CONTROL ->
            true;
        default -> false;
      };
    }

    /// How wide it sets a text, in pixels, each letter as wide as it is alone.
    double width(String text, double size) throws IOException {
      return font.getStringWidth(text) / 1000 * size;
    }
  }

  /// A font; read when it is first needed.
  Embedded of(Type.Face face) throws IOException {
    var known = fonts.get(face);
    if (known != null) {
      return known;
    }
    var file = "/assets/fonts/" + file(face);
    try (var stream = PdfFonts.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("the bundled font " + file + " is missing");
      }
      var trueType = new TTFParser().parse(new RandomAccessReadBuffer(stream));
      var font = PDType0Font.load(document, trueType, true);
      var embedded = new Embedded(font, trueType.getUnicodeCmapLookup());
      fonts.put(face, embedded);
      return embedded;
    }
  }

  private static String file(Type.Face face) {
    return switch (face) {
      case REGULAR -> "Inter-Regular.ttf";
      case MEDIUM -> "Inter-Medium.ttf";
      case BOLD -> "Inter-SemiBold.ttf";
      case ITALIC -> "Inter-Italic.ttf";
      case MONO -> "JetBrainsMono-Regular.ttf";
      case MONO_BOLD -> "JetBrainsMono-Bold.ttf";
    };
  }
}
