package dev.stepwise.shell;

import javafx.scene.layout.Region;

/// A black screen: all eyes on the speaker.
final class BlankLayer extends Region {
  BlankLayer() {
    setId("blank");
    getStyleClass().add("blank");
    setAccessibleText("The screen is blank. Any key returns.");
    setVisible(false);
    setOnMousePressed(event -> {
      setVisible(false);
      event.consume();
    });
  }
}
