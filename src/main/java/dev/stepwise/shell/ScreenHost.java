package dev.stepwise.shell;

import dev.stepwise.playback.Position;
import dev.stepwise.session.Bookmark;
import dev.stepwise.session.Offer;
import java.util.Optional;
import javafx.stage.Window;

/// What an exercise's screen needs of the window.
interface ScreenHost {
  /// Present mode was asked for or left.
  void togglePresent();

  /// Tells of a defect.
  void tell(Throwable failure);

  /// Tells what was done.
  void announce(String done);

  /// Puts a second run beside one, or leaves them.
  void compare(Offer both, Optional<Position> at);

  /// Leaves the comparison.
  void compareNoMore();

  /// A screen shows more of what was asked of it than before.
  void advanced();

  /// The lessons of all exercises, and where their links lead.
  LessonWays lessons();

  /// The problem that is open was edited.
  void edited();

  /// Another problem was opened on a screen.
  void turned();

  /// Opens a bookmark.
  void open(Bookmark bookmark);

  /// Begins a lecture with what is seen, or shows the stops of the one that is open.
  void lecture();

  /// The settings are wanted.
  void openSettings();

  /// The window.
  Window window();
}
