package dev.stepwise.shell;

import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Shown when a step takes longer than 200 ms to compute, with a way to give it up. It takes no
/// height of its own, so that the stage above does not jump.
final class BusyIndicator {
  private static final long PATIENCE_NANOS = 200_000_000;

  private final HBox box = new HBox(8);
  private long busySince = Long.MIN_VALUE;

  BusyIndicator(Runnable cancel) {
    var wheel = new ProgressIndicator();
    wheel.setPrefSize(18, 18);
    wheel.setMinSize(18, 18);
    wheel.setAccessibleText("Computing");
    Button stop =
        Controls.button("cancel", "Cancel", Feather.X, "give up what is being computed", cancel);
    box.setId("busy");
    box.getStyleClass().add("busy");
    box.getChildren().addAll(wheel, Controls.label("Computing"), stop);
    box.setVisible(false);
    box.setMinHeight(0);
    box.setPrefHeight(0);
    box.managedProperty().bind(box.visibleProperty());
  }

  HBox node() {
    return box;
  }

  /// A step has been computed: what comes next is waited for anew. Playing at full speed computes
  /// without a pause, and nobody waits.
  void arrived() {
    busySince = Long.MIN_VALUE;
  }

  /// Called once a frame.
  void pulse(long now, Work busy) {
    switch (busy) {
      case IDLE -> busySince = Long.MIN_VALUE;
      case BUSY -> {
        if (busySince == Long.MIN_VALUE) {
          busySince = now;
        }
      }
    }
    box.setVisible(busySince != Long.MIN_VALUE && now - busySince >= PATIENCE_NANOS);
  }

  /// Whether something is being computed.
  enum Work {
    BUSY,
    IDLE
  }
}
