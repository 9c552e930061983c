package dev.stepwise.draw;

import java.lang.System.Logger.Level;
import javafx.application.Platform;

/// Keeps JavaFX's two threads from sharing what lays out text.
///
/// On Linux, JavaFX 26 lends one reusable glyph layout to whoever asks first and makes new ones for
/// the others; `PangoGlyphLayout.dispose` gives it back before it has cleared it. A canvas lays its
/// text out on the rendering thread, labels on the JavaFX thread: when both meet there, memory is
/// freed twice, and the app fails with a `ConcurrentModificationException` or dies. Whoever borrows
/// the reusable one for good is safe, for then everybody gets a layout of their own.
public final class TextLayouts {
  private static final String MANAGER = "com.sun.javafx.text.GlyphLayoutManager";

  private TextLayouts() {}

  /// Borrows the reusable layout for good. On the JavaFX thread, before anything is drawn; does
  /// nothing where this JavaFX has none.
  public static void keepApart() {
    if (!Platform.isFxApplicationThread()) {
      throw new IllegalStateException("not on the JavaFX thread");
    }
    try {
      Class.forName(MANAGER).getMethod("getInstance").invoke(null);
    } catch (ReflectiveOperationException e) {
      System.getLogger(TextLayouts.class.getName())
          .log(Level.DEBUG, "the reusable glyph layout stays shared", e);
    }
  }
}
