package dev.stepwise.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/// The settings that are seldom needed, and those that have no room in the header, in a pop-over.
final class FurtherSettings {
  private static final double MOST_HEIGHT = 440;

  private @Nullable PopOver open;

  /// Opens below a button, or closes.
  ///
  /// @param closed told when it has closed, by whatever means: its fields are free again
  void toggle(Node button, List<SettingField> fields, Runnable closed) {
    if (hide()) {
      return;
    }
    var rows = new VBox(10);
    rows.getStyleClass().add("further-settings");
    rows.getChildren().add(Controls.label("Settings", "panel-heading"));
    rows.getChildren().addAll(fields.stream().map(SettingField::node).toList());
    var scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("panel-body");
    scroll.setMaxHeight(MOST_HEIGHT);
    var fresh = new PopOver(scroll);
    fresh.setId("further");
    fresh.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
    fresh.setDetachable(false);
    fresh.setAnimated(false);
    fresh.setOnHidden(_ -> {
      open = null;
      rows.getChildren().clear();
      closed.run();
    });
    rows.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
          }
        });
    open = fresh;
    fresh.show(button);
  }

  /// Closes it; false where it is not open. Must be called before its window closes.
  boolean hide() {
    if (open == null) {
      return false;
    }
    open.hide();
    return true;
  }
}
