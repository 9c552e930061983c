package dev.stepwise.shell;

import dev.stepwise.presenting.Wall;
import javafx.scene.layout.Region;

/// A black screen: all eyes on the speaker.
final class BlankLayer extends Region {
  BlankLayer(Wall wall) {
    setId("blank");
    getStyleClass().add("blank");
    setAccessibleText("The screen is blank. Any key returns.");
    setOnMousePressed(event -> {
      wall.unblank();
      event.consume();
    });
    wall.onChange(() -> setVisible(wall.showing() == Wall.Showing.BLANK));
    setVisible(false);
  }
}
