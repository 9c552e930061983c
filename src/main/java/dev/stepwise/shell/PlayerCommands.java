package dev.stepwise.shell;

import dev.stepwise.playback.Player;

/// What the keys and buttons of the transport do to a player.
final class PlayerCommands {
  private PlayerCommands() {}

  /// Moves the player; commands that are not about it do nothing.
  static void perform(Command command, Player<?> player) {
    switch (command) {
      case PLAY_PAUSE -> player.toggle();
      case OVER -> player.over();
      case BACK -> player.back();
      case INTO -> player.into();
      case OUT -> player.out();
      case NEXT_PHASE -> player.nextPhase();
      case PREVIOUS_PHASE -> player.previousPhase();
      case START, RESTART -> player.toStart();
      case END -> player.toEnd();
      default -> {}
    }
  }
}
