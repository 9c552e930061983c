package dev.stepwise.shell;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

/// Draws scenes that no window shows.
///
/// JavaFX keeps what is inside a scroll pane as a picture, and learns that it has changed from
/// marks that the drawing of a window takes away. A snapshot does not take them away: whatever
/// changed after the first one would be drawn as it was.
public final class OffScreen {
  private OffScreen() {}

  /// Styles a scene, lays it out and draws it as it is now. On the JavaFX thread.
  public static WritableImage draw(Scene scene) {
    scene.getRoot().applyCss(); // makes the insides of what is new
    scene.getRoot().lookupAll(".viewport").forEach(OffScreen::forgetPicture);
    return scene.snapshot(null);
  }

  private static void forgetPicture(Node viewport) {
    viewport.setCache(false);
  }
}
