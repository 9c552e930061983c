package dev.stepwise.shell;

import dev.stepwise.compute.run.Frame;
import java.util.Optional;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// What is beside a run: the lesson, and the checking of code of one's own where the screen offers
/// that.
final class Beside<P, F extends Frame> implements AutoCloseable {
  private final Learning<P, F> learning;
  private final ScreenHost host;
  private final @Nullable Checking<P, F> checking;

  /// @param checking empty where code cannot be checked
  Beside(Learning<P, F> learning, Optional<Checking<P, F>> checking, ScreenHost host) {
    this.learning = learning;
    this.checking = checking.orElse(null);
    this.host = host;
  }

  /// The lesson.
  Learning<P, F> learning() {
    return learning;
  }

  /// Shows the checking, or leaves it.
  void toggleChecking() {
    if (checking == null) {
      host.announce("Leave the comparison (C) to check your code.");
    } else {
      checking.toggle();
    }
  }

  /// Gives the stage its place again; false where it has it.
  boolean leave() {
    return learning.leave() || endChecking();
  }

  /// Gives the stage its place again where checking has taken it; false where it has not.
  boolean endChecking() {
    return checking != null && checking.leave();
  }

  /// Gives a key to what is read or walked through; false where it is not theirs.
  boolean takes(KeyEvent event) {
    return (checking != null && checking.takes(event)) || learning.takes(event);
  }

  /// Called once a frame.
  void pulse(long now) {
    if (checking != null) {
      checking.pulse(now);
    }
  }

  @Override
  public void close() {
    learning.close();
    if (checking != null) {
      checking.close();
    }
  }
}
