package dev.stepwise.draw;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.text.Font;

/// The fonts that come with the program, so that pictures look the same on every machine. Loading
/// them also makes the families `Inter` and `JetBrains Mono` known to style sheets.
///
/// Inter's figures are proportional: numbers that stand under each other are set in
/// [Type.Face#MONO].
public enum Fonts {
  /// The one set of fonts, loaded when it is first needed.
  BUNDLED;

  @SuppressWarnings("ImmutableEnumChecker") // filled by the constructor, never changed
  private final Map<Type.Face, String> names = new EnumMap<>(Type.Face.class);

  Fonts() {
    for (var face : Type.Face.values()) {
      names.put(face, load(file(face)));
    }
    load("Inter-Bold.otf"); // for style sheets; the marks' bold is the semi-bold
  }

  /// A font.
  ///
  /// @param size in pixels
  public Font font(Type.Face face, double size) {
    return new Font(names.get(face), size);
  }

  /// Sets the font of a node. A style of the node's own holds where a style sheet of the window
  /// names a font for everything, which a font that is merely set does not.
  ///
  /// @param size in pixels
  public void set(Node node, Type.Face face, double size) {
    node.setStyle(
        "-fx-font-family: \"%s\"; -fx-font-size: %spx; -fx-font-weight: %s; -fx-font-style: %s;"
            .formatted(family(face), size, weight(face), slope(face)));
  }

  private static String slope(Type.Face face) {
    return face == Type.Face.ITALIC ? "italic" : "normal";
  }

  private static String weight(Type.Face face) {
    return switch (face) {
      case REGULAR, ITALIC, MONO -> "normal";
      case MEDIUM -> "500";
      case BOLD, MONO_BOLD -> "bold";
    };
  }

  private static String family(Type.Face face) {
    return switch (face) {
      case REGULAR, MEDIUM, BOLD, ITALIC -> "Inter";
      case MONO, MONO_BOLD -> "JetBrains Mono";
    };
  }

  private static String file(Type.Face face) {
    return switch (face) {
      case REGULAR -> "Inter-Regular.otf";
      case MEDIUM -> "Inter-Medium.otf";
      case BOLD -> "Inter-SemiBold.otf";
      case ITALIC -> "Inter-Italic.otf";
      case MONO -> "JetBrainsMono-Regular.ttf";
      case MONO_BOLD -> "JetBrainsMono-Bold.ttf";
    };
  }

  private static String load(String file) {
    try (InputStream stream = Fonts.class.getResourceAsStream("/assets/fonts/" + file)) {
      var font = stream == null ? null : Font.loadFont(stream, 12);
      if (font == null) {
        throw new IllegalStateException("the bundled font " + file + " cannot be loaded");
      }
      return font.getName();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
