package dev.stepwise.shell;

import dev.stepwise.lecture.Freedom;
import dev.stepwise.view.StageNode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a lecture keeps as it is at a stop that a student reads: seen to be locked, with the
/// reason, and held. Going from stop to stop is always free.
final class StudentLock {
  private static final Set<Command> STEPPING =
      EnumSet.of(
          Command.PLAY_PAUSE,
          Command.OVER,
          Command.BACK,
          Command.INTO,
          Command.OUT,
          Command.NEXT_PHASE,
          Command.PREVIOUS_PHASE,
          Command.START,
          Command.END,
          Command.RESTART,
          Command.GO_TO);

  private Set<Freedom> free = EnumSet.allOf(Freedom.class);

  /// Sets what is free.
  void free(Set<Freedom> others, ProblemBar bar, Transport transport, StageNode<?, ?> stage) {
    if (others.equals(free)) {
      return;
    }
    free = Set.copyOf(others);
    var reason = reason(free);
    bar.lock(free.contains(Freedom.SETTINGS) ? Optional.empty() : reason);
    bar.lockData(free.contains(Freedom.DATA) ? Optional.empty() : reason);
    transport.lock(!free.contains(Freedom.STEP));
    if (!free.contains(Freedom.DATA)) {
      stage.setTool(Optional.empty());
    }
  }

  /// Whether steps stay as they are.
  boolean keepsSteps() {
    return !free.contains(Freedom.STEP);
  }

  /// Whether what a command asks for is kept from being done.
  boolean keeps(Command command) {
    return keepsSteps() && STEPPING.contains(command);
  }

  /// Why something is locked, and how it is unlocked; empty where nothing is.
  static Optional<String> reason(Set<Freedom> free) {
    var words =
        EnumSet.allOf(Freedom.class).stream()
            .filter(each -> !free.contains(each))
            .map(Freedom::words)
            .toList();
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "At this stop the lecture does not let you "
                + String.join(" or ", words)
                + ". “Notes” unlocks it.");
  }
}
