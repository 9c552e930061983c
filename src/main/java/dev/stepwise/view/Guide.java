package dev.stepwise.view;

import dev.stepwise.playback.Position;

/// Whom a picture asks to go to a step.
public interface Guide {
  /// Goes nowhere.
  Guide NOWHERE =
      new Guide() {
        @Override
        public void goTo(Position position) {}

        @Override
        public void scrubTo(Position position) {}

        @Override
        public void scrubbed() {}
      };

  /// Goes to a step.
  void goTo(Position position);

  /// Passes a step that somebody drags along.
  void scrubTo(Position position);

  /// The dragging has ended.
  void scrubbed();
}
