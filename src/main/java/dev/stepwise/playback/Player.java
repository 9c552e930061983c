package dev.stepwise.playback;

import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Steps, plays and pauses a run. Its methods are called on one thread, the window's; the run
/// computes on a worker, and what it finds is published on the window's thread again. Moves made
/// while the worker is busy add up; a jump discards what was under way.
public final class Player<F extends Frame> {
  private final Navigator<F> navigator;
  private final Walker<F> walker;
  private final Errands errands;
  private final List<Consumer<PlayerState<F>>> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<Throwable>> failureListeners = new CopyOnWriteArrayList<>();

  private @Nullable PlayerState<F> state;
  private boolean playing;
  private Speed speed = Speed.NORMAL;
  private long lastStepAt = Long.MIN_VALUE;
  private final Breaks breaks = new Breaks();
  private volatile Gate<F> gate = Gate.open();
  private Optional<Place> keptFrom = Optional.empty();

  /// A player at the first step, which is computed at once on the worker.
  ///
  /// @param worker computes, one task at a time, in the order given
  /// @param window runs tasks on the window's thread
  public Player(Run<F> run, ExecutorService worker, Executor window) {
    this.navigator = new Navigator<>(run);
    walker = new Walker<>(navigator);
    errands = new Errands(worker, window);
  }

  /// Starts computing the first step.
  public void open() {
    jump(_ -> Optional.of(new Place(Position.START, 1)));
  }

  /// Moves about in the same run without the player; for tests of a step and for questions.
  public Navigator<F> navigator() {
    return navigator;
  }

  /// The latest state; empty until the first step has been computed.
  public Optional<PlayerState<F>> state() {
    return Optional.ofNullable(state);
  }

  /// Listens to every new state, on the window's thread.
  public void onChange(Consumer<PlayerState<F>> listener) {
    listeners.add(listener);
  }

  /// Listens to defects met while computing; the state stays as it was.
  public void onFailure(Consumer<Throwable> listener) {
    failureListeners.add(listener);
  }

  /// Whether the worker is computing a move.
  public boolean isBusy() {
    return errands.isBusy();
  }

  /// Gives up what is being computed; the state stays as it was.
  public void cancel() {
    pause();
    errands.discard();
    state().ifPresent(known -> errands.stand(new Place(known.position(), known.depth())));
  }

  /// To the next step at this depth.
  public void over() {
    pauseForMove();
    goOn(walker::next);
  }

  /// To the step before at this depth.
  public void back() {
    pauseForMove();
    move(place ->
        navigator
            .previous(place.position(), place.depth())
            .map(position -> new Place(position, place.depth())));
  }

  /// Into the step: to the first step of the smaller run that it consists of. Where the gate keeps
  /// it from there, it stands at the stop before the step, which shows what comes of all that is
  /// inside.
  public void into() {
    pauseForMove();
    var asked = gate;
    errands.send(from -> walker.opened(from, asked), this::publish, this::failed);
  }

  /// Out of the smaller run: to the step that it is inside of.
  public void out() {
    pauseForMove();
    move(place -> place.position().parent().map(at -> new Place(at, at.depth())));
  }

  /// To the next step of the top level.
  public void nextPhase() {
    pauseForMove();
    goOn(place -> {
      int index = place.position().first() + 1;
      return navigator.run().has(index)
          ? Optional.of(walker.inside(Position.top(index), place.depth()))
          : Optional.empty();
    });
  }

  /// To the beginning of this step of the top level, or of the one before.
  public void previousPhase() {
    pauseForMove();
    move(place -> {
      var start = walker.inside(Position.top(place.position().first()), place.depth());
      if (!start.position().equals(place.position())) {
        return Optional.of(start);
      }
      int index = place.position().first() - 1;
      return index < 0
          ? Optional.empty()
          : Optional.of(walker.inside(Position.top(index), place.depth()));
    });
  }

  /// To the first step of the top level, paused, which it walks from there on.
  public void toStart() {
    pauseForMove();
    jump(_ -> Optional.of(new Place(Position.START, 1)));
  }

  /// Walks at another depth from here on: into the steps that are there, or out to the one around
  /// it. Playing goes on.
  ///
  /// @param depth from 1, the top level
  public void walkAt(int depth) {
    move(place -> Optional.of(at(place.position(), Math.max(1, depth))));
  }

  private Place at(Position position, int depth) {
    return position.depth() <= depth
        ? walker.inside(position, depth)
        : new Place(new Position(position.indices().subList(0, depth)), depth);
  }

  /// To the last step, at this depth; computes to the end.
  public void toEnd() {
    pauseForMove();
    jump(place ->
        Optional.of(
            new Place(navigator.lastInside(navigator.end(), place.depth()), place.depth())));
  }

  /// To a position; where the run ends before it, to the end.
  public void goTo(Position position) {
    pauseForMove();
    jump(_ ->
        Optional.of(
            navigator.has(position)
                ? new Place(position, position.depth())
                : navigator.run().has(position.first())
                    ? new Place(Position.top(position.first()), 1)
                    : new Place(navigator.end(), 1)));
  }

  /// Computes the state again where it stands, for what has become known since, such as the length
  /// of the run. A first step that was given up is not computed after all.
  public void refresh() {
    if (state != null || errands.isBusy()) {
      move(Optional::of);
    }
  }

  /// Plays on from here; from the start where it stands at the end, or where its first step was
  /// given up.
  public void play() {
    if (state == null && !errands.isBusy()) {
      jump(_ -> Optional.of(new Place(Position.START, 1)));
    }
    if (state != null && state.atEnd()) {
      jump(place -> Optional.of(walker.inside(Position.START, place.depth())));
    }
    playing = true;
    lastStepAt = Long.MIN_VALUE;
    republish();
  }

  /// Stops playing.
  public void pause() {
    if (playing) {
      playing = false;
      republish();
    }
  }

  /// Plays or pauses.
  public void toggle() {
    if (playing) {
      pause();
    } else {
      play();
    }
  }

  /// Sets who may keep it from going on.
  public void setGate(Gate<F> other) {
    gate = other;
  }

  /// Goes where the gate kept it from going; nothing happens where it did not.
  public void proceed() {
    keptFrom.ifPresent(place -> move(_ -> Optional.of(place)));
    keptFrom = Optional.empty();
  }

  /// Walks on at this depth to where a gate keeps it.
  ///
  /// @param wanted asked before each step in the place of its own gate
  /// @param nothing told where it would reach the end; it stays then
  public void seek(Gate<F> wanted, Runnable nothing) {
    pauseForMove();
    errands.send(from -> walker.walked(from, wanted, nothing), this::publish, this::failed);
  }

  /// To the next step that executes a line, at whatever depth it is; to the first one of the run
  /// where no later one does. Discards what was under way; can be cancelled.
  ///
  /// @param anchors the names of the line, as steps tell them
  /// @param told what was found, once it is shown
  public void toExecution(Set<String> anchors, Consumer<Execution> told) {
    pauseForMove();
    errands.discard();
    record Went<F extends Frame>(Execution found, Walker.Outcome<F> outcome) {}
    errands.<Went<F>>send(
        from -> {
          var execution = walker.execution(from, anchors);
          var to = execution.found().map(position -> new Place(position, position.depth()));
          var found = walker.found(from, to, Gate.open());
          return new Errands.Found<>(found.at(), new Went<>(execution, found.what()));
        },
        went -> {
          publish(went.outcome());
          told.accept(went.found());
        },
        this::failed);
  }

  /// Sets the speed of playing.
  public void setSpeed(Speed speed) {
    this.speed = speed;
    republish();
  }

  /// Sets the conditions at which playing pauses.
  public void setBreakOn(Set<Condition> conditions) {
    breaks.setConditions(conditions);
    republish();
  }

  /// Sets a position at which playing pauses, or takes it away.
  public void toggleBreakpoint(Position position) {
    breaks.toggle(position);
    republish();
  }

  /// Sets a line at which playing pauses, or takes it away.
  ///
  /// @param anchors the names of the line, as steps tell them
  public void toggleLineBreak(Set<String> anchors) {
    breaks.toggle(anchors);
    republish();
  }

  /// The names of the lines at which playing pauses.
  public Set<String> lineBreaks() {
    return breaks.lines();
  }

  /// The positions at which playing pauses.
  public Set<Position> breakpoints() {
    return Set.copyOf(breaks.positions());
  }

  /// The time passes; called once a frame, with a clock of nanoseconds. While playing, a step is
  /// taken when the one before has been shown for long enough.
  public void pulse(long now) {
    if (!playing || errands.isBusy() || state == null) {
      return;
    }
    if (lastStepAt == Long.MIN_VALUE) {
      lastStepAt = now;
    }
    if (now - lastStepAt >= speed.nanosPerStep()) {
      lastStepAt = now;
      goOn(walker::next);
    }
  }

  /// Ends the player: nothing is computed or published any more.
  public void close() {
    playing = false;
    errands.discard();
    listeners.clear();
    failureListeners.clear();
  }

  private void pauseForMove() {
    playing = false;
  }

  private void jump(Walker.Move move) {
    errands.discard();
    move(move);
  }

  /// Moves wherever the move leads.
  private void move(Walker.Move move) {
    move(move, Gate.open());
  }

  /// Moves on, unless the gate keeps it.
  private void goOn(Walker.Move move) {
    move(move, gate);
  }

  private void move(Walker.Move move, Gate<F> asked) {
    errands.send(from -> walker.found(from, move.from(from), asked), this::publish, this::failed);
  }

  private void publish(Walker.Outcome<F> outcome) {
    var arrived = outcome.arrived();
    var met = breaks.arrive(arrived);
    Set<Condition> stoppedAt = Set.of();
    if (playing && outcome.moved()) {
      stoppedAt = met;
      if (!met.isEmpty() || breaks.stopsAt(arrived)) {
        playing = false;
      }
    }
    if (arrived.atEnd() || outcome.kept().isPresent()) {
      playing = false;
    }
    keptFrom = outcome.kept().map(Walker.Kept::from);
    show(arrived, stoppedAt);
    outcome.kept().ifPresent(kept -> kept.instead().run());
  }

  private void failed(Throwable failure) {
    playing = false;
    failureListeners.forEach(listener -> listener.accept(failure));
    republish();
  }

  private void republish() {
    if (state != null) {
      show(
          Arrived.again(state, navigator.run().knownLength()),
          playing ? Set.of() : state.stoppedAt());
    }
  }

  private void show(Arrived<F> arrived, Set<Condition> stoppedAt) {
    var shown =
        new PlayerState<>(
            arrived.place().position(),
            arrived.place().depth(),
            arrived.stepAfter(state()),
            arrived.crumbs(),
            arrived.topLength(),
            arrived.siblings(),
            arrived.along(),
            arrived.atEnd(),
            playing,
            speed,
            stoppedAt,
            breaks.conditions(),
            breaks.positions(),
            breaks.lines());
    state = shown;
    listeners.forEach(listener -> listener.accept(shown));
  }
}
