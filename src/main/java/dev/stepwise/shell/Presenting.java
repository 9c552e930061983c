package dev.stepwise.shell;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/// Goes to present mode and back: the full screen, and what is shown in it.
///
/// @param frame what the window shows otherwise
/// @param screen the exercise that is open
record Presenting(
    Stage stage, BorderPane frame, Layers layers, Supplier<Optional<ExerciseScreen<?, ?>>> screen) {

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

  /// Shows the window again.
  void leave() {
    screen
        .get()
        .ifPresent(open -> {
          open.togglePresenting();
          frame.setCenter(open.node());
          layers.setContent(frame);
        });
  }
}
