package dev.stepwise.playback;

import dev.stepwise.compute.run.Run;
import java.util.ArrayList;
import java.util.List;

/// A player whose worker and clock the tests move by hand.
abstract class PlayerHarness {
  static final long SECOND = 1_000_000_000L;

  final ManualExecutor worker = new ManualExecutor();
  final List<PlayerState<Runs.Empty>> states = new ArrayList<>();
  final List<Throwable> failures = new ArrayList<>();

  Player<Runs.Empty> open(Run<Runs.Empty> run) {
    var player = new Player<>(run, worker, Runnable::run);
    player.onChange(states::add);
    player.onFailure(failures::add);
    player.open();
    worker.runAll();
    return player;
  }

  String at() {
    return states.getLast().position().toString();
  }

  void play(Player<Runs.Empty> player, int seconds) {
    player.play();
    for (int second = 0; second <= seconds; second++) {
      player.pulse(second * SECOND);
      worker.runAll();
    }
  }
}
