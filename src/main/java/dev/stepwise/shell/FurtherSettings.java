package dev.stepwise.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/// The settings that are seldom needed, in a pop-over.
final class FurtherSettings {
  private final List<SettingField> fields;
  private @Nullable PopOver open;

  FurtherSettings(List<SettingField> fields) {
    this.fields = List.copyOf(fields);
  }

  /// Opens below a button, or closes.
  void toggle(Node button) {
    if (hide()) {
      return;
    }
    var box = new VBox(10);
    box.getStyleClass().add("further-settings");
    box.getChildren().add(Controls.label("More settings", "panel-heading"));
    box.getChildren().addAll(fields.stream().map(SettingField::node).toList());
    var fresh = new PopOver(box);
    fresh.setId("further");
    fresh.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
    fresh.setDetachable(false);
    fresh.setAnimated(false);
    fresh.setOnHidden(_ -> open = null);
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
