package dev.stepwise.shell;

import dev.stepwise.session.Offer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/// A preset in the open list: its title, and its point below, in as many lines as it takes.
final class PresetCell extends ListCell<Offer> {
  private static final double EMS = 30;

  private final Label title = Controls.label("", "preset-title");
  private final Label point = Controls.paragraph("", "muted");
  private final VBox both = new VBox(2, title, point);

  PresetCell() {
    getStyleClass().add("preset-cell");
  }

  @Override
  protected void updateItem(Offer preset, boolean empty) {
    super.updateItem(preset, empty);
    if (empty || preset == null) {
      setGraphic(null);
    } else {
      title.setText(preset.title());
      point.setText(preset.point());
      setGraphic(both);
    }
  }

  private double textWidth() {
    return EMS * getFont().getSize();
  }

  @Override
  protected double computePrefWidth(double height) {
    return snappedLeftInset() + textWidth() + snappedRightInset();
  }

  /// The least is measured too, and without a width a paragraph would be a word wide.
  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return getGraphic() == null
        ? super.computePrefHeight(width)
        : snappedTopInset() + both.prefHeight(textWidth()) + snappedBottomInset();
  }
}
