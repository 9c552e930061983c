package dev.stepwise.presenting;

import dev.stepwise.playback.Position;

/// What a clicker shows next.
public sealed interface Next {

  /// Another step of the run that is open.
  record Step(Position at) implements Next {}

  /// A stop of the lecture, where it begins.
  ///
  /// @param index from 0
  record Stop(int index) implements Next {}

  /// Nothing: it is the end.
  record End() implements Next {}

  /// It is not known yet.
  record Unknown() implements Next {}
}
