package dev.stepwise.shell;

import dev.stepwise.presenting.Talk;
import dev.stepwise.presenting.Wall;
import java.util.Optional;
import javafx.scene.layout.StackPane;

/// What the presenter's window needs of the room's: the wall, and its keys.
interface WallHost {
  /// What is done over the picture.
  Wall wall();

  /// The time.
  Talk talk();

  /// What is on the wall; empty where the page is no run.
  Optional<WallWalk> wallWalk();

  /// What fills the room's window.
  StackPane root();

  /// Where the room's window is, in words.
  String place();

  /// Its keys.
  WindowKeys keys();
}
