package dev.stepwise.shell;

import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.playback.Player;
import dev.stepwise.playback.Position;
import dev.stepwise.playback.Speed;
import dev.stepwise.session.Workspace;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// What the transport, the stage, present mode and the keys ask of the run that is open.
final class RunControls<P, F extends Frame> implements Transport.Actions {
  private final Workspace<P, F> workspace;
  private final SettingsModel settings;
  private final Predicate<Command> others;
  private final StudentLock lock;
  private Runnable passing = () -> {};
  private Runnable passed = () -> {};
  private Consumer<String> message = _ -> {};
  private boolean gaveUp;

  /// @param others does what is not about the run; false where it does not apply
  RunControls(
      Workspace<P, F> workspace,
      SettingsModel settings,
      StudentLock lock,
      Predicate<Command> others) {
    this.lock = lock;
    this.workspace = workspace;
    this.settings = settings;
    this.others = others;
  }

  /// Sets who is told when somebody drags through the steps, and when the dragging has ended.
  void setOnPassing(Runnable begins, Runnable ended) {
    passing = begins;
    passed = ended;
  }

  /// Sets who says in the place of a first step that it was given up; an empty text takes that
  /// away.
  void setOnMessage(Consumer<String> says) {
    message = says;
    workspace.onState(_ -> tryAgain());
  }

  private void tryAgain() {
    if (gaveUp) {
      gaveUp = false;
      message.accept("");
    }
  }

  @Override
  public boolean perform(Command command) {
    if (lock.keeps(command)) {
      return true;
    }
    tryAgain();
    switch (command) {
      case UNDO -> workspace.undo();
      case REDO -> workspace.redo();
      case FASTER -> setSpeed(settings.get().speed().faster());
      case SLOWER -> setSpeed(settings.get().speed().slower());
      default -> {
        if (!others.test(command)) {
          workspace.player().ifPresent(player -> PlayerCommands.perform(command, player));
        }
      }
    }
    return true;
  }

  @Override
  public void goTo(Position position) {
    if (lock.keepsSteps()) {
      return;
    }
    workspace.player().ifPresent(player -> player.goTo(position));
  }

  @Override
  public void scrubTo(Position position) {
    if (lock.keepsSteps()) {
      return;
    }
    passing.run();
    workspace.scrubTo(position);
  }

  @Override
  public void scrubbed() {
    passed.run();
  }

  @Override
  public void setSpeed(Speed speed) {
    settings.update(now -> now.withSpeed(speed));
  }

  @Override
  public void walkAt(int depth) {
    workspace.player().ifPresent(player -> player.walkAt(depth));
  }

  @Override
  public void setBreakOn(Set<Condition> conditions) {
    workspace.setBreakOn(conditions);
  }

  @Override
  public void toggleBreakpoint() {
    workspace
        .player()
        .ifPresent(
            player -> player.state().ifPresent(state -> player.toggleBreakpoint(state.position())));
  }

  @Override
  public void cancel() {
    workspace.player().ifPresent(Player::cancel);
    if (workspace.state().isEmpty()) {
      gaveUp = true;
      message.accept(
          "Given up before there was a step to show. Play or Restart computes it again; a smaller"
              + " size or another preset takes less time.");
    }
  }
}
