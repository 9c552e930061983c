package dev.stepwise.shell;

import dev.stepwise.lecture.Stop;
import dev.stepwise.lecture.Way;
import dev.stepwise.playback.Position;
import dev.stepwise.session.Bookmark;
import java.util.Optional;
import java.util.function.Consumer;

/// The run of a screen, as a lecture walks through it.
interface StopWalk {

  /// Where it stands; empty before the first step is shown.
  Optional<Position> here();

  /// Goes to a step.
  void goTo(Position position);

  /// Finds the way through a stop, off the window's thread.
  void find(Stop stop, Consumer<Way> found);

  /// What is open, by a name that lasts as long as it is.
  Optional<String> open();

  /// What is seen, to be come back to; empty before the first step is shown.
  Optional<Bookmark> seen();

  /// Listens to the run standing elsewhere.
  ///
  /// @return ends it
  Runnable onMove(Runnable listener);
}
