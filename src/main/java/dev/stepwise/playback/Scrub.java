package dev.stepwise.playback;

import java.util.Optional;

/// Goes through the steps of a run as fast as somebody drags: while a step is being computed the
/// newest wish waits and those before it are forgotten, so that something new is always seen.
/// Whoever moves the player otherwise meanwhile has the last word. Used on the player's thread.
public final class Scrub {
  private final Player<?> player;
  private Position asked = Position.START;
  private Optional<Position> wish = Optional.empty();

  /// For a player.
  public Scrub(Player<?> player) {
    this.player = player;
    player.onChange(state -> arrived(state.position()));
    player.onFailure(_ -> wish = Optional.empty());
  }

  /// Goes to a position, or as soon as the player is free.
  public void to(Position position) {
    wish = Optional.of(position);
    grant();
  }

  private void arrived(Position position) {
    if (!position.equals(asked)) {
      wish = Optional.empty(); // moved by somebody else
    }
    grant();
  }

  private void grant() {
    if (player.isBusy() || wish.isEmpty()) {
      return;
    }
    asked = wish.get();
    wish = Optional.empty();
    player.goTo(asked);
  }
}
