package dev.stepwise.shell;

import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/// What lies over the window, the topmost last: pen, spotlight, what was done, list of keys, blank
/// screen.
final class Layers {
  private final StackPane root = new StackPane();
  private final DrawLayer draw = new DrawLayer();
  private final SpotlightLayer spotlight = new SpotlightLayer();
  private final KeysOverlay keys = new KeysOverlay();
  private final Toast toast = new Toast();
  private final BlankLayer blank = new BlankLayer();

  Layers() {
    root.getStyleClass().add("layers");
    root.getChildren().addAll(draw, spotlight, toast, keys, blank);
    root.addEventFilter(
        MouseEvent.ANY, event -> spotlight.follow(event.getSceneX(), event.getSceneY()));
  }

  StackPane root() {
    return root;
  }

  /// Puts a node under the layers.
  void setContent(Node content) {
    root.getChildren().removeIf(node -> !isLayer(node));
    root.getChildren().addFirst(content);
  }

  private boolean isLayer(Node node) {
    return node == draw || node == spotlight || node == keys || node == toast || node == blank;
  }

  /// Says what was done, for a few seconds.
  void tell(String sentence) {
    toast.tell(sentence);
  }

  /// Shows or leaves a layer; false where the command is none of theirs.
  boolean perform(Command command) {
    switch (command) {
      case DRAW -> draw.toggle();
      case SPOTLIGHT -> spotlight.toggle();
      case KEYS -> keys.toggle();
      case BLANK -> blank.setVisible(true);
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Ends a blank screen; false where there is none.
  boolean unblank() {
    boolean was = blank.isVisible();
    blank.setVisible(false);
    return was;
  }

  /// Leaves the topmost layer; false where there is none.
  boolean leaveTop() {
    if (unblank()) {
      return true;
    }
    if (keys.isVisible()) {
      keys.toggle();
      return true;
    }
    if (draw.isVisible()) {
      draw.toggle();
      return true;
    }
    if (spotlight.isVisible()) {
      spotlight.toggle();
      return true;
    }
    return false;
  }
}
