package dev.stepwise.shell;

import dev.stepwise.playback.Player;
import dev.stepwise.playback.Position;
import java.util.Locale;
import java.util.Optional;

/// Where the go-to dialog can be told to go.
sealed interface GoTo {
  /// A step.
  record Step(Position position) implements GoTo {}

  /// The last step.
  record Last() implements GoTo {}

  /// Leads a player there.
  default void lead(Player<?> player) {
    switch (this) {
      case Step(var position) -> player.goTo(position);
      case Last _ -> player.toEnd();
    }
  }

  /// Reads `3`, `3.2` or `last`; empty for anything else.
  static Optional<GoTo> parse(String text) {
    return text.strip().toLowerCase(Locale.ROOT).equals("last")
        ? Optional.of(new Last())
        : Position.parse(text).map(Step::new);
  }
}
