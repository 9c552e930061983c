package dev.stepwise.shell;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;
import dev.stepwise.playback.Player;
import dev.stepwise.playback.PlayerState;
import dev.stepwise.playback.Position;
import dev.stepwise.playback.Scrub;
import dev.stepwise.playback.Speed;
import dev.stepwise.view.StageEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The problem that is open, the edits made to it, and the player of its run. Every change of the
/// problem makes a new run and a new player; a change that comes while another is being computed
/// discards it. Used on the window's thread.
final class Session<P, F extends Frame> implements AutoCloseable {

  /// Who shows the session.
  interface Watcher<P, F extends Frame> {
    /// Another problem is open; its first state follows.
    void problemChanged(P problem);

    /// The run stands elsewhere, or plays, or knows more.
    void stateChanged(PlayerState<F> state);

    /// The length of the run and the names of its steps are known.
    void surveyed(Survey survey);

    /// A problem could not be made of what was given; the one before stays.
    void refused(InvalidInput reason);

    /// A defect; the state stays as it was.
    void failed(Throwable failure);
  }

  private final Exercise<P, F> exercise;
  private final Workers workers;
  private final Watcher<P, F> watcher;
  private final List<P> versions = new ArrayList<>();
  private int version = -1;
  private int request;
  private Position here = Position.START;
  private @Nullable Player<F> player;
  private @Nullable Scrub scrub;
  private @Nullable Future<?> loading;
  private @Nullable Future<?> surveying;
  private Speed speed = Speed.NORMAL;
  private Set<Condition> breakOn = Set.of();
  private Set<Position> breakpoints = Set.of();
  private @Nullable UnaryOperator<P> unanswered;
  private @Nullable Awaited<P> awaited;
  private boolean surveyed;

  /// A problem that is being read.
  private record Awaited<P>(Supplier<P> reading, Optional<Position> at, Runnable opened) {}

  Session(Exercise<P, F> exercise, Workers workers, Watcher<P, F> watcher) {
    this.exercise = exercise;
    this.workers = workers;
    this.watcher = watcher;
  }

  /// The problem that is open, edits included; empty until the first one is.
  Optional<P> problem() {
    return version < 0 ? Optional.empty() : Optional.of(versions.get(version));
  }

  /// Whether nothing is under way: what was asked for is there, and the length of the run is known.
  boolean isSettled() {
    return surveyed
        && awaited == null
        && unanswered == null
        && player().filter(open -> open.state().isPresent() && !open.isBusy()).isPresent();
  }

  /// The player of its run; empty until the first problem is open.
  Optional<Player<F>> player() {
    return Optional.ofNullable(player);
  }

  /// Goes to a step that somebody drags along, as soon as the one before it is shown.
  void scrubTo(Position position) {
    if (scrub != null) {
      scrub.to(position);
    }
  }

  /// Opens a problem that takes reading, at a step; empty for the last one. Edits are forgotten.
  ///
  /// @param opened told when it takes the place of the one before, if it does
  void load(Supplier<P> reading, Optional<Position> at, Runnable opened) {
    make(reading, problem -> open(problem, at, opened));
    awaited = new Awaited<>(reading, at, opened); // after make, which forgets earlier requests
  }

  /// Opens a problem at a step; empty for the last one. Edits are forgotten.
  ///
  /// @param opened told when it takes the place of the one before, if it does
  void open(P problem, Optional<Position> at, Runnable opened) {
    forgetRequests();
    start(problem)
        .ifPresent(run -> {
          opened.run();
          versions.clear();
          versions.add(problem);
          version = 0;
          breakOn = Set.of();
          breakpoints = Set.of();
          run(problem, run, at);
        });
  }

  /// Makes an edit, computed off the window's thread; the run stays where it stands as far as it
  /// can. An edit that comes while one is computed is made on top of that one; one that comes while
  /// another problem is read is made to that.
  void change(UnaryOperator<P> edit) {
    var coming = awaited;
    if (coming != null) {
      load(() -> edit.apply(coming.reading().get()), coming.at(), coming.opened());
      return;
    }
    var base = versions.get(version);
    var before = unanswered;
    UnaryOperator<P> all = before == null ? edit : problem -> edit.apply(before.apply(problem));
    make(() -> all.apply(base), problem -> edit(problem, StageEditor.Showing.HERE));
    unanswered = all; // after make, which forgets earlier requests
  }

  /// Takes an edit over. One that cannot be run is refused, and what it was made of is shown again.
  void edit(P problem, StageEditor.Showing showing) {
    forgetRequests();
    var reason = check(problem);
    if (reason.isPresent()) {
      show(versions.get(version), StageEditor.Showing.HERE);
      watcher.refused(reason.get());
      return;
    }
    versions.subList(version + 1, versions.size()).clear();
    versions.add(problem);
    version++;
    show(problem, showing);
  }

  /// Shows how an edit under way would be, without taking it over. One that cannot be run is
  /// refused, and what was shown stays.
  void preview(P problem, StageEditor.Showing showing) {
    forgetRequests();
    check(problem).ifPresentOrElse(watcher::refused, () -> show(problem, showing));
  }

  /// Why a problem that was made on the stage cannot be what a file says; empty where it can.
  private Optional<InvalidInput> check(P problem) {
    try {
      exercise.problem(exercise.given(problem));
      return Optional.empty();
    } catch (InvalidInput reason) {
      return Optional.of(reason);
    }
  }

  private void show(P problem, StageEditor.Showing showing) {
    keepBreakpoints();
    var at =
        switch (showing) {
          case HERE -> here;
          case START -> Position.START;
        };
    start(problem).ifPresent(run -> run(problem, run, Optional.of(at)));
  }

  /// The run of a problem; empty where it is refused, and all stays as it was.
  private Optional<Run<F>> start(P problem) {
    try {
      return Optional.of(exercise.run(problem));
    } catch (InvalidInput reason) {
      watcher.refused(reason);
      return Optional.empty();
    }
  }

  boolean canUndo() {
    return version > 0;
  }

  boolean canRedo() {
    return version < versions.size() - 1;
  }

  /// Takes the last edit back.
  void undo() {
    if (canUndo()) {
      forgetRequests();
      version--;
      show(versions.get(version), StageEditor.Showing.HERE);
    }
  }

  /// Makes an edit again that was taken back.
  void redo() {
    if (canRedo()) {
      forgetRequests();
      version++;
      show(versions.get(version), StageEditor.Showing.HERE);
    }
  }

  /// Back to the problem as it was opened, at its first step. The edits can be made again.
  void reset() {
    if (version >= 0) {
      forgetRequests();
      version = 0;
      show(versions.getFirst(), StageEditor.Showing.START);
    }
  }

  /// What was asked for before must not replace what was chosen now.
  private void forgetRequests() {
    stop(loading);
    request++;
    unanswered = null;
    awaited = null;
  }

  private void keepBreakpoints() {
    breakpoints = player().map(Player::breakpoints).orElse(Set.of());
  }

  /// The speed, kept when the problem changes.
  void setSpeed(Speed other) {
    speed = other;
    player().ifPresent(open -> open.setSpeed(other));
  }

  /// The conditions to pause at, kept when the problem is edited.
  void setBreakOn(Set<Condition> conditions) {
    breakOn = Set.copyOf(conditions);
    player().ifPresent(open -> open.setBreakOn(breakOn));
  }

  @Override
  public void close() {
    request++;
    stop(loading);
    stop(surveying);
    player().ifPresent(Player::close);
    player = null;
    scrub = null;
  }

  private void moved(PlayerState<F> state) {
    here = state.position();
    watcher.stateChanged(state);
  }

  /// Makes a problem in the background; only the newest request is heard.
  private void make(Supplier<P> making, Consumer<P> use) {
    forgetRequests();
    stop(surveying); // it shares the thread, and its run is about to be replaced
    int mine = request;
    loading =
        workers
            .surveys()
            .submit(() -> {
              try {
                var made = making.get();
                answer(mine, () -> use.accept(made));
              } catch (InvalidInput invalid) {
                answer(mine, () -> keep(() -> watcher.refused(invalid)));
              } catch (CancellationException _) {
                // a newer request has taken its place
              } catch (RuntimeException | Error failure) {
                answer(mine, () -> keep(() -> watcher.failed(failure)));
              }
            });
  }

  /// The run that is open stays.
  private void keep(Runnable report) {
    unanswered = null;
    awaited = null;
    report.run();
    player().ifPresent(this::survey);
  }

  private void answer(int asked, Runnable what) {
    workers
        .window()
        .execute(() -> {
          if (asked == request) {
            what.run();
          }
        });
  }

  private void run(P problem, Run<F> run, Optional<Position> at) {
    stop(surveying);
    player().ifPresent(Player::close);
    var fresh = new Player<>(run, workers.moves(), workers.window());
    player = fresh;
    scrub = new Scrub(fresh);
    fresh.setSpeed(speed);
    fresh.setBreakOn(breakOn);
    breakpoints.forEach(fresh::toggleBreakpoint);
    fresh.onChange(this::moved);
    fresh.onFailure(this::report);
    watcher.problemChanged(problem);
    at.ifPresentOrElse(fresh::goTo, fresh::toEnd);
    survey(fresh);
  }

  private void survey(Player<F> walked) {
    surveyed = false;
    surveying =
        workers
            .surveys()
            .submit(() -> {
              try {
                var survey = Survey.of(walked.navigator().run());
                workers.window().execute(() -> publish(survey, walked));
              } catch (CancellationException _) {
                // another problem is open by now
              } catch (RuntimeException | Error failure) {
                workers.window().execute(() -> report(failure));
              }
            });
  }

  /// What a run cannot be computed with is told as a refusal, also where it shows late.
  private void report(Throwable failure) {
    if (failure instanceof InvalidInput reason) {
      watcher.refused(reason);
    } else {
      watcher.failed(failure);
    }
  }

  private void publish(Survey survey, Player<F> walked) {
    if (walked == player) {
      surveyed = true;
      watcher.surveyed(survey);
      walked.refresh();
    }
  }

  private static void stop(@Nullable Future<?> task) {
    if (task != null) {
      task.cancel(true);
    }
  }
}
