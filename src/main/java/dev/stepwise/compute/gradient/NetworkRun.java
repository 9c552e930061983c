package dev.stepwise.compute.gradient;

import static dev.stepwise.compute.gradient.GradientConditions.ALL_RIGHT;
import static dev.stepwise.compute.gradient.GradientConditions.DIVERGES;
import static dev.stepwise.compute.gradient.GradientConditions.LOSS_RISES;
import static dev.stepwise.compute.gradient.GradientConditions.NOTHING_MOVES;
import static dev.stepwise.compute.gradient.GradientConditions.RATE_CHANGES;
import static dev.stepwise.compute.gradient.GradientConditions.UNIT_DIES;

import dev.stepwise.compute.gradient.NetworkFrame.Moment;
import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.UnfoldingRun;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The run of a network's training: initialise, one step an epoch, and the end. An epoch opens into
/// its order and its batches. Only parameters are kept, at some epochs; what was measured is kept
/// once for the whole run; the inside of an epoch is computed again when someone goes there. Every
/// number comes from the functions of [Trainer] that [Trainer#fit] calls.
final class NetworkRun implements UnfoldingRun.Recurrence<NetworkRun.State, GradientFrame> {
  private static final long KEY_STATES_BYTES = 48L << 20;
  private static final int MOST_KEY_STATES = 4096;

  private final NetworkProblem problem;
  private final Curves.Store curves = new Curves.Store();

  private NetworkRun(NetworkProblem problem) {
    this.problem = problem;
  }

  /// The run of a problem. Cheap: nothing is computed until a step is asked for.
  static Run<GradientFrame> of(NetworkProblem problem) {
    return new UnfoldingRun<>(new NetworkRun(problem), maximumKeys(problem));
  }

  private static int maximumKeys(NetworkProblem problem) {
    long numbers = (problem.data().dimensions() + 1L) * problem.hidden();
    numbers += (problem.hidden() + 1L) * problem.data().classes();
    return Math.clamp(KEY_STATES_BYTES / (Double.BYTES * numbers + 1024), 2, MOST_KEY_STATES);
  }

  /// Where a training stands after a step of the top level.
  ///
  /// @param epoch how many were done, the one that stopped the training included
  /// @param before the parameters before this epoch
  /// @param after the parameters now
  /// @param batches how many were visited in all
  /// @param limit the loss above which it stops
  /// @param trouble what stopped it
  /// @param end whether this is the end: the epochs are done or were stopped
  record State(
      int epoch,
      Parameters before,
      Parameters after,
      int batches,
      double limit,
      Optional<Trouble> trouble,
      Phase end) {}

  /// Whether a training goes on.
  enum Phase {
    UNDER_WAY,
    ENDED
  }

  @Override
  public State first() {
    var start = Trainer.initialise(problem);
    measureHeldOut(0, start);
    double limit = Trainer.limit(problem);
    return new State(0, start, start, 0, limit, Optional.empty(), Phase.UNDER_WAY);
  }

  @Override
  public boolean isLast(State state, int index) {
    return state.end() == Phase.ENDED;
  }

  @Override
  public State next(State state, int index) {
    if (state.epoch() == problem.descent().epochs() || state.trouble().isPresent()) {
      return new State(
          state.epoch(),
          state.before(),
          state.after(),
          state.batches(),
          state.limit(),
          state.trouble(),
          Phase.ENDED);
    }
    int number = state.epoch() + 1;
    var epoch =
        Trainer.epoch(
            problem,
            state.after(),
            number,
            state.limit(),
            (batch, loss) -> curves.batches.put(state.batches() + batch, loss));
    curves.epochs.put(number - 1, epoch.loss());
    curves.accuracies.put(number - 1, epoch.accuracy());
    measureHeldOut(number, epoch.after());
    return new State(
        number,
        state.after(),
        epoch.after(),
        state.batches() + epoch.batches(),
        state.limit(),
        epoch.trouble(),
        Phase.UNDER_WAY);
  }

  private void measureHeldOut(int index, Parameters at) {
    int[] held = problem.data().held();
    if (held.length > 0) {
      var evaluation = Evaluation.of(problem, held, at);
      curves.held.put(index, evaluation.loss());
      curves.heldAccuracies.put(index, evaluation.accuracy());
    }
  }

  private Curves curves(int batches, int epochs) {
    return curves.until(batches, epochs, problem.data().held().length > 0 ? epochs + 1 : 0);
  }

  private Moment moment(State state) {
    return new Moment(
        state.epoch(), state.after(), curves(state.batches(), state.epoch()), Optional.empty());
  }

  @Override
  public Step<GradientFrame> step(State state, int index) {
    if (index == 0) {
      return initialise(state);
    }
    return state.end() == Phase.UNDER_WAY
        ? epoch(state)
        : state.trouble().map(trouble -> stopped(state, trouble)).orElseGet(() -> finished(state));
  }

  private Step<GradientFrame> initialise(State state) {
    var moment = moment(state);
    return new NetworkFrame(problem, moment, NetworkFocus.Whole.INITIALISED)
        .step("Initialise")
        .opening(() -> Run.indexed(2, i -> drawn(moment, i == 0 ? Place.Of.W1 : Place.Of.W2)));
  }

  private Step<GradientFrame> drawn(Moment moment, Place.Of tensor) {
    return new NetworkFrame(problem, moment, new NetworkFocus.Drawn(tensor)).step(tensor.code());
  }

  private Step<GradientFrame> epoch(State state) {
    int number = state.epoch();
    double before = number > 1 ? curves.epochs.prefix(number - 1).last() : Double.NaN;
    double loss = curves.epochs.prefix(number).last();
    int dead = DeadUnits.count(DeadUnits.of(problem, state.after()));
    var evaluation = Evaluation.of(problem, problem.data().training(), state.after());
    var focus =
        new NetworkFocus.EpochDone(loss, before, dead, state.before(), evaluation, state.trouble());
    return new NetworkFrame(problem, moment(state), focus)
        .step("Epoch " + number)
        .meeting(conditions(state, focus))
        .opening(() -> inside(state));
  }

  private Set<Condition> conditions(State state, NetworkFocus.EpochDone done) {
    var met = new HashSet<Condition>();
    if (done.loss() > done.before()) {
      met.add(LOSS_RISES);
    }
    if (state.trouble().isPresent()) {
      met.add(DIVERGES);
    }
    if (done.dead() > DeadUnits.count(DeadUnits.of(problem, state.before()))) {
      met.add(UNIT_DIES);
    }
    if (state.after().sameAs(state.before())) {
      met.add(NOTHING_MOVES);
    }
    if (done.now().correct() == done.now().count()) {
      met.add(ALL_RIGHT);
    }
    if (problem.descent().rateIn(state.epoch()) != problem.descent().rateIn(state.epoch() - 1)) {
      met.add(RATE_CHANGES);
    }
    return met;
  }

  private Run<GradientFrame> inside(State state) {
    int visited = state.batches() - batchesOf(state);
    return EpochRun.of(
        problem,
        state.epoch(),
        state.before(),
        state.limit(),
        batchesOf(state),
        (batches, epochs) -> curves(visited + batches, epochs));
  }

  private int batchesOf(State state) {
    return state.trouble().map(trouble -> trouble.batch() + 1).orElse(problem.batches());
  }

  private Step<GradientFrame> finished(State state) {
    var data = problem.data();
    var training = Evaluation.of(problem, data.training(), state.after());
    var held =
        data.held().length == 0
            ? Optional.<Evaluation>empty()
            : Optional.of(Evaluation.of(problem, data.held(), state.after()));
    return new NetworkFrame(problem, moment(state), new NetworkFocus.Finished(training, held))
        .step("Trained");
  }

  private Step<GradientFrame> stopped(State state, Trouble trouble) {
    var focus = new NetworkFocus.Stopped(trouble, FirstBad.after(problem, state.before(), trouble));
    return new NetworkFrame(problem, moment(state), focus)
        .step("Stopped")
        .meeting(Set.of(DIVERGES));
  }
}
