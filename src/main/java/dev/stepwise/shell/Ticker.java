package dev.stepwise.shell;

import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;

/// Tells the time once a frame, in nanoseconds.
@FunctionalInterface
public interface Ticker {

  /// Stops telling.
  @FunctionalInterface
  interface Ticking extends AutoCloseable {
    @Override
    void close();
  }

  /// Begins telling, on the JavaFX thread.
  Ticking start(LongConsumer frame);

  /// JavaFX's own frames.
  static Ticker frames() {
    return frame -> {
      var timer =
          new AnimationTimer() {
            @Override
            public void handle(long now) {
              frame.accept(now);
            }
          };
      timer.start();
      return timer::stop;
    };
  }
}
