package dev.stepwise.shell;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/// Goes to present mode and back: the full screen, and what is shown in it.
final class Presenting {
  private final Stage stage;
  private final BorderPane frame;
  private final Layers layers;
  private final Supplier<Optional<ExerciseScreen<?, ?>>> screen;
  private boolean goesOn;

  Presenting(
      Stage stage,
      BorderPane frame,
      Layers layers,
      Supplier<Optional<ExerciseScreen<?, ?>>> screen) {
    this.stage = stage;
    this.frame = frame;
    this.layers = layers;
    this.screen = screen;
  }

  /// Leaves it when the full screen is left by other means.
  void follow() {
    stage
        .fullScreenProperty()
        .subscribe(full -> {
          if (!full && isOn()) {
            leave();
          }
        });
  }

  /// Whether the exercise that is open is presented.
  boolean isOn() {
    return screen.get().filter(ExerciseScreen::isPresenting).isPresent();
  }

  /// Goes there, or back.
  void toggle() {
    if (isOn()) {
      leave();
      stage.setFullScreen(false);
    } else if (screen.get().isPresent()) {
      inPlace();
      stage.setFullScreen(true);
    }
  }

  /// Shows it in the window as it is.
  void inPlace() {
    if (!isOn()) {
      screen
          .get()
          .ifPresent(open -> {
            open.togglePresenting();
            layers.setContent(open.node());
          });
    }
  }

  /// The exercise gives way to another page, which is presented if it can be.
  void turn() {
    if (isOn()) {
      leave();
      goesOn = true;
    }
  }

  /// Another exercise is open: it is presented where the one before was.
  void goOn() {
    if (goesOn) {
      inPlace();
      goesOn = false;
    }
  }

  /// What is open cannot be presented.
  void end() {
    if (goesOn) {
      goesOn = false;
      stage.setFullScreen(false);
    }
  }

  private void leave() {
    screen
        .get()
        .ifPresent(open -> {
          open.togglePresenting();
          frame.setCenter(open.node());
          layers.setContent(frame);
        });
  }
}
