package dev.stepwise.playback;

import java.util.Optional;

/// What a search for the next execution of a line came to.
public sealed interface Execution {

  /// A later step executes the line.
  record Later(Position at) implements Execution {}

  /// No later step does; this is the first one of the run that does.
  record FromStart(Position at) implements Execution {}

  /// The step where the run stands executes the line, and no other does.
  record OnlyHere(Position at) implements Execution {}

  /// No step of the run executes the line.
  record Never() implements Execution {}

  /// So many steps were looked at and none of them executes the line; the search ended there.
  record TooFar(int looked) implements Execution {}

  /// Where it is; empty where none was found.
  default Optional<Position> found() {
    return switch (this) {
      case Later(var at) -> Optional.of(at);
      case FromStart(var at) -> Optional.of(at);
      case OnlyHere(var at) -> Optional.of(at);
      case Never _, TooFar _ -> Optional.empty();
    };
  }
}
