package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The list of keys, over the window.
final class KeysOverlay extends StackPane {
  private static final int ROWS = (KeyBinding.ALL.size() + 1) / 2;

  KeysOverlay() {
    setId("keys");
    getStyleClass().add("overlay");
    setVisible(false);
    var grid = new GridPane(16, 8);
    for (int i = 0; i < KeyBinding.ALL.size(); i++) {
      var binding = KeyBinding.ALL.get(i);
      int column = i / ROWS * 2;
      grid.add(Controls.label(binding.keys(), "key"), column, i % ROWS);
      grid.add(Controls.label(binding.title()), column + 1, i % ROWS);
    }
    var sheet =
        new VBox(
            16,
            Controls.label("Keys", Styles.TITLE_3),
            grid,
            Controls.label(
                "While you type, they are off. Enter presses a button; the right mouse button has"
                    + " a menu.",
                "muted"));
    sheet.getStyleClass().add("sheet");
    sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    var scroll = new ScrollPane(sheet);
    scroll.getStyleClass().add("panel-body");
    scroll.setFitToWidth(true);
    scroll.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().add(scroll);
    setOnMousePressed(event -> {
      setVisible(false);
      event.consume();
    });
  }

  void toggle() {
    setVisible(!isVisible());
  }
}
