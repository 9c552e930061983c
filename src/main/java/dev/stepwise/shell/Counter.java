package dev.stepwise.shell;

import dev.stepwise.compute.text.Phrases;
import dev.stepwise.playback.PlayerState;

/// Words for where a run stands.
final class Counter {
  private Counter() {}

  /// `step 4 of 12`; inside a step `Assign: step 97 of 135`, with the name of what the steps are
  /// counted in, as it is: the third step of an epoch may be its batch 2. Without the length where
  /// it is not known.
  static String words(PlayerState<?> state, Ahead ahead) {
    var crumbs = state.crumbs();
    return crumbs.size() < 2
        ? brief(state, ahead)
        : crumbs.get(crumbs.size() - 2).label() + ": " + brief(state, ahead);
  }

  /// As [#words], without the name: `step 97 of 135`.
  static String brief(PlayerState<?> state, Ahead ahead) {
    return "step " + count(state, " of ", ahead);
  }

  /// `step 6 / 14`.
  static String numbers(PlayerState<?> state, Ahead ahead) {
    return "step " + count(state, " / ", ahead);
  }

  /// Why a run has paused; empty where it plays or was paused by hand.
  static String pauseReason(PlayerState<?> state, PlayerState<?> before) {
    if (!state.stoppedAt().isEmpty()) {
      return "Paused: "
          + state.stoppedAt().stream()
              .map(condition -> Phrases.uncapitalised(condition.title()))
              .sorted()
              .reduce((left, right) -> left + "; " + right)
              .orElseThrow();
    }
    boolean stopped = before.playing() && !state.playing();
    if (stopped && state.breakpoints().contains(state.position())) {
      return "Paused at your breakpoint";
    }
    if (stopped && state.lineBreaks().contains(state.step().anchor())) {
      return "Paused at a line of the code that you marked";
    }
    return "";
  }

  private static String count(PlayerState<?> state, String of, Ahead ahead) {
    var length = state.position().depth() == 1 ? state.topLength() : state.siblings();
    int number = state.position().last() + 1;
    return length.isPresent() && ahead == Ahead.SHOWN
        ? number + of + length.getAsInt()
        : Integer.toString(number);
  }
}
