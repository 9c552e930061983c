package dev.stepwise.session;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.playback.Player;
import dev.stepwise.playback.PlayerState;
import dev.stepwise.playback.Position;
import dev.stepwise.playback.Scrub;
import dev.stepwise.playback.Speed;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The problem that is open, the edits made to it, and the player of its run. Every change of the
/// problem makes a new run and a new player; a change that comes while another is being computed
/// discards it. Whoever shows it listens; as many may as want to. Used on the window's thread.
public final class Workspace<P, F extends Frame> implements AutoCloseable {
  private final Exercise<P, F> exercise;
  private final Workers workers;
  private final History<P> history = new History<>();
  private final Listeners<P> onProblem = new Listeners<>();
  private final Listeners<P> onEdit = new Listeners<>();
  private final Listeners<PlayerState<F>> onStep = new Listeners<>();
  private final Listeners<PlayerState<F>> onState = new Listeners<>();
  private final Listeners<Survey> onSurvey = new Listeners<>();
  private final Listeners<InvalidInput> onRefusal = new Listeners<>();
  private final Listeners<Throwable> onFailure = new Listeners<>();
  private final Requests requests;
  private final Requests surveys;
  private final Requests asides;
  private Position here = Position.START;
  private @Nullable Player<F> player;
  private @Nullable Step<F> shown;
  private @Nullable Scrub scrub;
  private Speed speed = Speed.NORMAL;
  private Set<Condition> breakOn = Set.of();
  private Set<Position> breakpoints = Set.of();
  private Set<String> lineBreaks = Set.of();
  private @Nullable UnaryOperator<P> unanswered;
  private @Nullable Awaited<P> awaited;
  private boolean surveyed;
  private @Nullable Survey survey; // of the run that is open

  /// Where the run of a problem stands when it is opened.
  ///
  /// @param at the step; empty for the last one
  /// @param breakpoints positions at which playing pauses
  /// @param lineBreaks names of the lines at which playing pauses
  public record Stand(Optional<Position> at, Set<Position> breakpoints, Set<String> lineBreaks) {
    /// Copies the sets.
    public Stand {
      breakpoints = Set.copyOf(breakpoints);
      lineBreaks = Set.copyOf(lineBreaks);
    }

    /// At a step, empty for the last one; playing pauses nowhere.
    public static Stand at(Optional<Position> at) {
      return new Stand(at, Set.of(), Set.of());
    }
  }

  /// A problem that is being read.
  private record Awaited<P>(Supplier<P> reading, Stand stand, Runnable opened) {}

  /// A workspace in which nothing is open.
  ///
  /// @param workers computes; stays with whoever made it
  public Workspace(Exercise<P, F> exercise, Workers workers) {
    this.exercise = exercise;
    this.workers = workers;
    requests = new Requests(workers);
    surveys = new Requests(workers);
    asides = new Requests(workers);
  }

  /// The exercise.
  public Exercise<P, F> exercise() {
    return exercise;
  }

  /// Listens to another problem being open; its first state follows.
  ///
  /// @return ends it, as with every listener here
  public Runnable onProblem(Consumer<? super P> listener) {
    return onProblem.add(listener);
  }

  /// Listens to edits being made, and to none being taken back or made again.
  public Runnable onEdit(Consumer<? super P> listener) {
    return onEdit.add(listener);
  }

  /// Listens to another step being shown; [#onState] follows.
  public Runnable onStep(Consumer<? super PlayerState<F>> listener) {
    return onStep.add(listener);
  }

  /// Listens to the run standing elsewhere, or playing, or more of it being known.
  public Runnable onState(Consumer<? super PlayerState<F>> listener) {
    return onState.add(listener);
  }

  /// Listens to the length of the run and the names of its steps becoming known.
  public Runnable onSurvey(Consumer<? super Survey> listener) {
    return onSurvey.add(listener);
  }

  /// Listens to a problem that could not be made of what was given; the one before stays.
  public Runnable onRefusal(Consumer<? super InvalidInput> listener) {
    return onRefusal.add(listener);
  }

  /// Listens to defects; the state stays as it was.
  public Runnable onFailure(Consumer<? super Throwable> listener) {
    return onFailure.add(listener);
  }

  /// The problem that is open, edits included; empty until the first one is.
  public Optional<P> problem() {
    return history.now();
  }

  /// The latest state of its run; empty until its first step has been computed.
  public Optional<PlayerState<F>> state() {
    return player().flatMap(Player::state);
  }

  /// Whether nothing is under way: what was asked for is there, and the length of the run is known.
  public boolean isSettled() {
    return surveyed
        && awaited == null
        && unanswered == null
        && player().filter(open -> open.state().isPresent() && !open.isBusy()).isPresent();
  }

  /// The player of its run; empty until the first problem is open.
  public Optional<Player<F>> player() {
    return Optional.ofNullable(player);
  }

  /// What is known of the length of its run; empty until it is.
  public Optional<Survey> survey() {
    return Optional.ofNullable(survey);
  }

  /// Goes to a step that somebody drags along, as soon as the one before it is shown.
  public void scrubTo(Position position) {
    if (scrub != null) {
      scrub.to(position);
    }
  }

  /// Opens a problem that takes reading. Edits are forgotten.
  ///
  /// @param stand where its run stands then
  /// @param opened told when it takes the place of the one before, if it does
  public void load(Supplier<P> reading, Stand stand, Runnable opened) {
    make(reading, problem -> open(problem, stand, opened));
    awaited = new Awaited<>(reading, stand, opened); // after make, which forgets earlier requests
  }

  /// Opens a problem. Edits are forgotten.
  ///
  /// @param stand where its run stands then
  /// @param opened told when it takes the place of the one before, if it does
  public void open(P problem, Stand stand, Runnable opened) {
    forgetRequests();
    start(problem)
        .ifPresent(run -> {
          opened.run();
          history.begin(problem);
          breakOn = Set.of();
          breakpoints = stand.breakpoints();
          lineBreaks = stand.lineBreaks();
          run(problem, run, stand.at());
        });
  }

  /// Makes an edit, computed off the window's thread; the run stays where it stands as far as it
  /// can. An edit that comes while one is computed is made on top of that one; one that comes while
  /// another problem is read is made to that. Before the first problem is open nothing happens.
  public void change(UnaryOperator<P> edit) {
    if (problem().isEmpty()) {
      return;
    }
    var coming = awaited;
    if (coming != null) {
      load(() -> edit.apply(coming.reading().get()), coming.stand(), coming.opened());
      return;
    }
    var base = problem().get();
    var before = unanswered;
    UnaryOperator<P> all = before == null ? edit : problem -> edit.apply(before.apply(problem));
    make(() -> all.apply(base), problem -> edit(problem, Showing.HERE));
    unanswered = all; // after make, which forgets earlier requests
  }

  /// Takes an edit over. One that cannot be run is refused, and what it was made of is shown again.
  public void edit(P problem, Showing showing) {
    forgetRequests();
    var reason = check(problem);
    if (reason.isPresent()) {
      problem().ifPresent(open -> show(open, Showing.HERE));
      onRefusal.tell(reason.get());
      return;
    }
    history.add(problem);
    onEdit.tell(problem);
    show(problem, showing);
  }

  /// Shows how an edit under way would be, without taking it over. One that cannot be run is
  /// refused, and what was shown stays.
  public void preview(P problem, Showing showing) {
    forgetRequests();
    check(problem).ifPresentOrElse(onRefusal::tell, () -> show(problem, showing));
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

  private void show(P problem, Showing showing) {
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
      onRefusal.tell(reason);
      return Optional.empty();
    }
  }

  /// Computes something about the run that is open, off the window's thread. Only the newest answer
  /// is heard, and none once another problem is open.
  public <T> void ask(Supplier<T> computation, Consumer<T> use) {
    asides.ask(computation, use, this::report);
  }

  /// Whether there is an edit to take back.
  public boolean canUndo() {
    return history.canUndo();
  }

  /// Whether there is an edit to make again.
  public boolean canRedo() {
    return history.canRedo();
  }

  /// Takes the last edit back.
  public void undo() {
    history.undo().ifPresent(before -> turnTo(before, Showing.HERE));
  }

  /// Makes an edit again that was taken back.
  public void redo() {
    history.redo().ifPresent(after -> turnTo(after, Showing.HERE));
  }

  /// Back to the problem as it was opened, at its first step. The edits can be made again.
  public void reset() {
    history.reset().ifPresent(opened -> turnTo(opened, Showing.START));
  }

  private void turnTo(P version, Showing showing) {
    forgetRequests();
    show(version, showing);
  }

  /// What was asked for before must not replace what was chosen now.
  private void forgetRequests() {
    requests.forget();
    unanswered = null;
    awaited = null;
  }

  private void keepBreakpoints() {
    breakpoints = player().map(Player::breakpoints).orElse(Set.of());
    lineBreaks = player().map(Player::lineBreaks).orElse(Set.of());
  }

  /// The speed, kept when the problem changes.
  public void setSpeed(Speed other) {
    speed = other;
    player().ifPresent(open -> open.setSpeed(other));
  }

  /// The conditions to pause at, kept when the problem is edited.
  public void setBreakOn(Set<Condition> conditions) {
    breakOn = Set.copyOf(conditions);
    player().ifPresent(open -> open.setBreakOn(breakOn));
  }

  @Override
  public void close() {
    requests.forget();
    surveys.forget();
    asides.forget();
    player().ifPresent(Player::close);
    player = null;
    scrub = null;
  }

  private void moved(PlayerState<F> state) {
    here = state.position();
    if (isAnother(state.step())) {
      shown = state.step();
      onStep.tell(state);
    }
    onState.tell(state);
  }

  /// States that differ in the player alone share their step; comparing its content would be dear.
  @SuppressWarnings("ReferenceEquality")
  private boolean isAnother(Step<F> step) {
    return step != shown;
  }

  /// Makes a problem in the background; only the newest request is heard.
  private void make(Supplier<P> making, Consumer<P> use) {
    forgetRequests();
    surveys.forget(); // it shares the thread, and its run is about to be replaced
    requests.ask(making, use, failure -> keep(() -> report(failure)));
  }

  /// The run that is open stays.
  private void keep(Runnable report) {
    unanswered = null;
    awaited = null;
    report.run();
    player().ifPresent(this::survey);
  }

  private void run(P problem, Run<F> run, Optional<Position> at) {
    asides.forget();
    player().ifPresent(Player::close);
    var fresh = new Player<>(run, workers.moves(), workers.window());
    player = fresh;
    scrub = new Scrub(fresh);
    fresh.setSpeed(speed);
    fresh.setBreakOn(breakOn);
    breakpoints.forEach(fresh::toggleBreakpoint);
    lineBreaks.forEach(anchor -> fresh.toggleLineBreak(Set.of(anchor)));
    fresh.onChange(this::moved);
    fresh.onFailure(this::report);
    shown = null;
    onProblem.tell(problem);
    at.ifPresentOrElse(fresh::goTo, fresh::toEnd);
    survey(fresh);
  }

  private void survey(Player<F> walked) {
    surveyed = false;
    survey = null;
    surveys.ask(
        () -> Survey.of(walked.navigator().run()),
        found -> {
          surveyed = true;
          survey = found;
          onSurvey.tell(found);
          walked.refresh();
        },
        this::report);
  }

  /// What a run cannot be computed with is told as a refusal, also where it shows late.
  private void report(Throwable failure) {
    if (failure instanceof InvalidInput reason) {
      onRefusal.tell(reason);
    } else {
      onFailure.tell(failure);
    }
  }
}
