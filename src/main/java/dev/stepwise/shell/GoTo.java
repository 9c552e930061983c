package dev.stepwise.shell;

import dev.stepwise.playback.Position;
import java.util.Locale;
import java.util.Optional;

/// Where the go-to dialog can be told to go.
sealed interface GoTo {
  /// A step.
  record Step(Position position) implements GoTo {}

  /// The last step.
  record Last() implements GoTo {}

  /// Reads `3`, `3.2` or `last`; empty for anything else.
  static Optional<GoTo> parse(String text) {
    return text.strip().toLowerCase(Locale.ROOT).equals("last")
        ? Optional.of(new Last())
        : Position.parse(text).map(Step::new);
  }
}
