package dev.stepwise.shell;

import java.util.Optional;
import javafx.scene.layout.StackPane;

/// What the presenter's window needs of the room's: the wall, and its keys.
interface WallHost {
  /// The presentation.
  Presenting presenting();

  /// What is on the wall; empty where the page is no run.
  Optional<WallWalk> wallWalk();

  /// What fills the room's window.
  StackPane root();

  /// Its keys.
  WindowKeys keys();
}
