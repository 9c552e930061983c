package dev.stepwise.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// A sentence over the window that says what was done, and goes away by itself or when clicked.
final class Toast extends Label {
  private static final Duration SEEN = Duration.seconds(6);
  private static final double ABOVE_THE_TRANSPORT = 108;

  private final PauseTransition pause = new PauseTransition(SEEN);

  Toast() {
    setId("toast");
    getStyleClass().add("toast");
    setWrapText(true);
    setMaxWidth(Region.USE_PREF_SIZE);
    setMinHeight(Region.USE_PREF_SIZE);
    setVisible(false);
    setOnMouseClicked(_ -> setVisible(false));
    pause.setOnFinished(_ -> setVisible(false));
    StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
    StackPane.setMargin(this, new Insets(0, 40, ABOVE_THE_TRANSPORT, 40));
  }

  void tell(String sentence) {
    setText(sentence);
    setVisible(true);
    pause.playFromStart();
  }
}
