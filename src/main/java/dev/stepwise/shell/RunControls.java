package dev.stepwise.shell;

import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.playback.Player;
import dev.stepwise.playback.Position;
import dev.stepwise.playback.Speed;
import java.util.Set;
import java.util.function.Predicate;

/// What the transport, the stage and present mode ask of the run that is open.
final class RunControls<P, F extends Frame> implements Transport.Actions {
  private final Session<P, F> session;
  private final SettingsModel settings;
  private final Predicate<Command> commands;
  private Runnable passing = () -> {};
  private Runnable passed = () -> {};

  /// @param commands does what a button or its key stands for
  RunControls(Session<P, F> session, SettingsModel settings, Predicate<Command> commands) {
    this.session = session;
    this.settings = settings;
    this.commands = commands;
  }

  /// Sets who is told when somebody drags through the steps, and when the dragging has ended.
  void setOnPassing(Runnable begins, Runnable ended) {
    passing = begins;
    passed = ended;
  }

  @Override
  public boolean perform(Command command) {
    return commands.test(command);
  }

  @Override
  public void goTo(Position position) {
    session.player().ifPresent(player -> player.goTo(position));
  }

  @Override
  public void scrubTo(Position position) {
    passing.run();
    session.scrubTo(position);
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
    session.player().ifPresent(player -> player.walkAt(depth));
  }

  @Override
  public void setBreakOn(Set<Condition> conditions) {
    session.setBreakOn(conditions);
  }

  @Override
  public void toggleBreakpoint() {
    session
        .player()
        .ifPresent(
            player -> player.state().ifPresent(state -> player.toggleBreakpoint(state.position())));
  }

  @Override
  public void cancel() {
    session.player().ifPresent(Player::cancel);
  }
}
