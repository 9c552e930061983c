package dev.stepwise.shell;

import dev.stepwise.draw.Look;
import dev.stepwise.playback.Position;
import dev.stepwise.presenting.Wall;
import dev.stepwise.session.Bookmark;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/// The run of a screen, as the presenter's window shows it.
interface WallWalk extends StopWalk {

  /// What is seen, where no preset gives it.
  Optional<Bookmark> own();

  /// Whether there is an edit to take back.
  boolean canUndo();

  /// Whether there is an edit to make again.
  boolean canRedo();

  /// Where it stands, in words: `Iteration 3 › Assign`; empty before the first step is shown.
  String where();

  /// What its step says, in a line.
  String title();

  /// Draws the step at a position, or the one that stepping over leads to.
  Sketch.Source sketch(Optional<Position> at);

  /// What is open, as a key for pictures of it.
  Object subject();

  /// Another place where it is seen and touched as in the window.
  Mirror<?, ?> mirror(ObservableValue<Look> window, Wall wall);
}
