package dev.stepwise.shell;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

/// Whom a key is for, of all that is open: the same in the window and in the presenter's.
final class WindowKeys {
  private final Layers layers;
  private final Presenting presenting;
  private final LectureDesk lectures;
  private final Supplier<Optional<ExerciseScreen<?, ?>>> screen;
  private final Runnable openLibrary;
  private final UndoOrder undoing;

  /// @param screen of the exercise that is open; empty where a page is
  /// @param openLibrary opens the page of all lessons
  WindowKeys(
      Layers layers,
      Presenting presenting,
      LectureDesk lectures,
      Supplier<Optional<ExerciseScreen<?, ?>>> screen,
      Runnable openLibrary) {
    this.layers = layers;
    this.presenting = presenting;
    this.lectures = lectures;
    this.screen = screen;
    this.openLibrary = openLibrary;
    undoing =
        new UndoOrder(
            new UndoOrder.Part(
                () -> lectures.edits().canUndo(),
                () -> lectures.edits().canRedo(),
                () -> lectures.edits().undo(),
                () -> lectures.edits().redo()),
            new UndoOrder.Part(
                () -> screen.get().filter(open -> open.walk().canUndo()).isPresent(),
                () -> screen.get().filter(open -> open.walk().canRedo()).isPresent(),
                () -> performHere(Command.UNDO),
                () -> performHere(Command.REDO)));
    lectures.edits().setOnEdit(undoing::firstEdited);
  }

  /// The keys of a scene are these from now on.
  void installOn(Scene scene) {
    new KeyMap(scene, this::perform, this::isRunOpen, layers::unblank, this::takes);
  }

  /// The run was edited.
  void runEdited() {
    undoing.secondEdited();
  }

  boolean isRunOpen() {
    return screen.get().isPresent();
  }

  /// Gives a key to the question that is open; false where none is, or it is no answer.
  private boolean takes(KeyEvent event) {
    return layers.takes(event) || screen.get().filter(open -> open.takes(event)).isPresent();
  }

  /// Does what a key asks for; false where it does not apply.
  boolean perform(Command command) {
    if (command == Command.LEAVE) {
      return leaveTop();
    }
    if (!isRunOpen() && (command == Command.LEARN || command == Command.SEARCH_LESSONS)) {
      openLibrary.run();
      return true;
    }
    return layers.perform(command)
        || presenting.perform(command)
        || lectures.perform(command)
        || switch (command) {
          case UNDO -> undoing.undo();
          case REDO -> undoing.redo();
          case ONWARD -> performHere(Command.OVER);
          case BACKWARD -> performHere(Command.BACK);
          default -> performHere(command);
        };
  }

  private boolean performHere(Command command) {
    return screen.get().filter(open -> open.perform(command)).isPresent();
  }

  private boolean leaveTop() {
    var open = screen.get();
    if (layers.leaveTop() || open.isEmpty() || open.get().hidePopOver()) {
      return true;
    }
    if (open.get().isPresenting()) {
      presenting.toggle();
      return true;
    }
    return open.get().leaveLab();
  }
}
