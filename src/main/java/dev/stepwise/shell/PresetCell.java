package dev.stepwise.shell;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/// A preset in the open list: its title, and its point below.
final class PresetCell extends ListCell<Preset> {
  private final Label title = Controls.label("", "preset-title");
  private final Label point = Controls.paragraph("", "muted");
  private final VBox both = new VBox(2, title, point);

  PresetCell() {
    getStyleClass().add("preset-cell");
  }

  @Override
  protected void updateItem(Preset preset, boolean empty) {
    super.updateItem(preset, empty);
    if (empty || preset == null) {
      setGraphic(null);
    } else {
      title.setText(preset.title());
      point.setText(preset.point());
      setGraphic(both);
    }
  }
}
