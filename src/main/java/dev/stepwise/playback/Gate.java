package dev.stepwise.playback;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import java.util.Optional;

/// Asked before a player goes on to a step: it may keep the player where it stands, such as to ask
/// a question that the step would answer. Going back, and going to a place, is never kept.
///
/// @param <F> the run's frames
@FunctionalInterface
public interface Gate<F extends Frame> {

  /// Asked on the worker, with the step that would be shown next.
  ///
  /// @return what is done on the window's thread instead of going there; empty to let it go
  Optional<Runnable> before(Position at, Step<F> step);

  /// Lets everything pass.
  static <F extends Frame> Gate<F> open() {
    return (_, _) -> Optional.empty();
  }
}
