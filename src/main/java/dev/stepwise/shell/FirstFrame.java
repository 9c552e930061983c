package dev.stepwise.shell;

import javafx.animation.AnimationTimer;

/// What can wait until the window is seen.
final class FirstFrame {
  /// The first pulse lays out and paints; by the second its picture has gone to the screen.
  private static final int PULSES = 2;

  private FirstFrame() {}

  /// Does something on the JavaFX thread once a frame has been shown.
  static void then(Runnable task) {
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        pulses++;
        if (pulses > PULSES) {
          stop();
          task.run();
        }
      }
    }.start();
  }
}
