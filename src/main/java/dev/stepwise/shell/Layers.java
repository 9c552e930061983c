package dev.stepwise.shell;

import dev.stepwise.presenting.Wall;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/// What lies over the window, the topmost last: pen, spotlight, a frozen picture, what was done,
/// list of keys, blank screen.
final class Layers {
  private final StackPane root = new StackPane();
  private final Wall wall;
  private final DrawLayer draw;
  private final SpotlightLayer spotlight;
  private final ImageView frozen = new ImageView();
  private final KeysOverlay keys = new KeysOverlay();
  private final Toast toast = new Toast();
  private final BlankLayer blank;

  Layers(Wall wall) {
    this.wall = wall;
    draw = new DrawLayer(wall);
    spotlight = new SpotlightLayer(wall);
    blank = new BlankLayer(wall);
    frozen.setId("frozen");
    frozen.setVisible(false);
    frozen.setManaged(false);
    frozen.fitWidthProperty().bind(root.widthProperty());
    frozen.fitHeightProperty().bind(root.heightProperty());
    root.getStyleClass().add("layers");
    root.getChildren().addAll(draw, spotlight, frozen, toast, keys, blank);
    root.addEventFilter(
        MouseEvent.ANY, event -> spotlight.point(event.getSceneX(), event.getSceneY()));
    wall.onChange(this::freeze);
  }

  /// Keeps what is seen, as a picture over it.
  private void freeze() {
    if (wall.isFrozen() == frozen.isVisible()) {
      return;
    }
    if (wall.isFrozen()) {
      toast.setVisible(false);
      boolean wasBlank = blank.isVisible();
      blank.setVisible(false);
      frozen.setImage(root.snapshot(null, null));
      blank.setVisible(wasBlank);
    } else {
      frozen.setImage(null);
    }
    frozen.setVisible(wall.isFrozen());
  }

  StackPane root() {
    return root;
  }

  /// Puts a node under the layers.
  void setContent(Node content) {
    root.getChildren().removeIf(node -> !isLayer(node));
    root.getChildren().addFirst(content);
  }

  @SuppressWarnings("ReferenceEquality") // a node is one of them or none
  private boolean isLayer(Node node) {
    return node == draw
        || node == spotlight
        || node == frozen
        || node == keys
        || node == toast
        || node == blank;
  }

  /// Says what was done, for a few seconds.
  void tell(String sentence) {
    toast.tell(sentence);
  }

  /// Shows or leaves a layer; false where the command is none of theirs.
  boolean perform(Command command) {
    switch (command) {
      case DRAW -> wall.toggleDrawing();
      case SPOTLIGHT -> wall.toggleSpotlight();
      case KEYS -> keys.toggle();
      case BLANK -> wall.blank();
      case UNDO -> {
        return wall.isDrawing() && wall.undo();
      }
      case REDO -> {
        return wall.isDrawing() && wall.redo();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Takes another colour, while the pen is in hand; false where the key takes none.
  boolean takes(KeyEvent event) {
    var ink = DrawLayer.ink(event);
    if (!wall.isDrawing() || ink.isEmpty()) {
      return false;
    }
    wall.take(ink.get());
    return true;
  }

  /// Ends a blank screen; false where there is none.
  boolean unblank() {
    return wall.unblank();
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
    if (wall.isFrozen()) {
      wall.toggleFrozen();
      return true;
    }
    if (wall.isDrawing()) {
      wall.toggleDrawing();
      return true;
    }
    if (wall.isSpotlit()) {
      wall.toggleSpotlight();
      return true;
    }
    return false;
  }
}
