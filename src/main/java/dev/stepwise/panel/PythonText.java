package dev.stepwise.panel;

import dev.stepwise.draw.Fonts;
import dev.stepwise.draw.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.scene.text.Text;

/// Python, coloured, as pieces of text. Style classes: `python-keyword`, `-comment`, `-string`,
/// `-number`, `-plain`.
public final class PythonText {
  private static final Pattern DOC = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"");

  private PythonText() {}

  /// The pieces; put together they are the source.
  ///
  /// @param source of one line or several
  /// @param size of the font in pixels
  public static List<Text> of(String source, double size) {
    var pieces = new ArrayList<Text>();
    var docs = DOC.matcher(source);
    int done = 0;
    while (docs.find()) {
      addLines(pieces, source.substring(done, docs.start()), size);
      pieces.add(piece(docs.group(), "python-string", size));
      done = docs.end();
    }
    addLines(pieces, source.substring(done), size);
    return List.copyOf(pieces);
  }

  private static void addLines(List<Text> pieces, String source, double size) {
    var lines = source.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      for (var token : PythonTokens.of(lines[i])) {
        pieces.add(
            piece(token.text(), "python-" + token.kind().name().toLowerCase(Locale.ROOT), size));
      }
      if (i + 1 < lines.length) {
        pieces.add(piece("\n", "python-plain", size));
      }
    }
  }

  private static Text piece(String text, String styleClass, double size) {
    var piece = new Text(text);
    Fonts.BUNDLED.set(piece, Type.Face.MONO, size);
    piece.getStyleClass().add(styleClass);
    return piece;
  }
}
