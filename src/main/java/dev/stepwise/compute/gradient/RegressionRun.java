package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.RegressionFrame.Pass;
import dev.stepwise.compute.gradient.regression.Bowl;
import dev.stepwise.compute.gradient.regression.LinearModel;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Once;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.UnfoldingRun;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The run of linear regression: zero, one step an epoch, and the end. An epoch of one batch opens
/// into its predictions, its loss, its gradient and its update; one of several into its loss, its
/// order and its batches, and a batch into those four. [RegressionTrainer] computes what it shows.
final class RegressionRun implements UnfoldingRun.Recurrence<RegressionRun.State, GradientFrame> {
  private static final long KEY_STATES_BYTES = 16L << 20;
  private static final int MOST_KEY_STATES = 4096;

  private final RegressionProblem problem;
  private final Store store;

  private RegressionRun(RegressionProblem problem) {
    this.problem = problem;
    this.store = new Store(problem);
  }

  /// The run of a problem. Cheap: nothing is computed until a step is asked for.
  static Run<GradientFrame> of(RegressionProblem problem) {
    long bytes = Double.BYTES * 2L * (problem.dimensions() + problem.y().length) + 512;
    return new UnfoldingRun<>(
        new RegressionRun(problem), Math.clamp(KEY_STATES_BYTES / bytes, 2, MOST_KEY_STATES));
  }

  /// The numbers of a run, shared by its steps.
  static final class Store {
    final RegressionProblem problem;
    private final Series losses = new Series();
    private final List<Series> path;
    private final Once<Bowl> bowl;
    private final Once<List<Reach>> reach;

    Store(RegressionProblem problem) {
      this.problem = problem;
      this.bowl = new Once<>(() -> Bowl.of(problem.x(), problem.y()));
      this.reach = new Once<>(() -> Reach.of(problem, bowl.get()));
      this.path = IntStream.of(problem.tracked()).mapToObj(_ -> new Series()).toList();
    }

    private void walk(int index, LinearModel model) {
      int[] tracked = problem.tracked();
      for (int i = 0; i < tracked.length; i++) {
        path.get(i).put(index, model.parameter(tracked[i]));
      }
    }

    /// A frame.
    ///
    /// @param measured how many epochs have their loss
    /// @param updates how many were made
    RegressionFrame frame(
        int epoch,
        LinearModel model,
        Optional<Pass> pass,
        int measured,
        int updates,
        RegressionFocus focus) {
      return new RegressionFrame(
          problem,
          epoch,
          model,
          pass,
          losses.prefix(measured),
          path.stream().map(series -> series.prefix(updates + 1)).toList(),
          bowl.get(),
          reach.get(),
          focus);
    }
  }

  /// Where it stands after a step of the top level.
  ///
  /// @param epoch how many were done, the one that stopped the training included
  /// @param before the model before this epoch
  /// @param after the model now
  /// @param visited how many batches were visited in all
  record State(
      int epoch,
      LinearModel before,
      LinearModel after,
      int visited,
      double limit,
      Optional<Trouble> trouble,
      NetworkRun.Phase end) {}

  @Override
  public State first() {
    var zero = LinearModel.zero(problem.dimensions());
    store.walk(0, zero);
    double limit = RegressionTrainer.limit(problem);
    return new State(0, zero, zero, 0, limit, Optional.empty(), NetworkRun.Phase.UNDER_WAY);
  }

  @Override
  public boolean isLast(State state, int index) {
    return state.end() == NetworkRun.Phase.ENDED;
  }

  @Override
  public State next(State state, int index) {
    if (state.epoch() == problem.descent().epochs() || state.trouble().isPresent()) {
      return new State(
          state.epoch(),
          state.before(),
          state.after(),
          state.visited(),
          state.limit(),
          state.trouble(),
          NetworkRun.Phase.ENDED);
    }
    int number = state.epoch() + 1;
    var epoch =
        RegressionTrainer.epoch(
            problem,
            state.after(),
            number,
            state.limit(),
            (batch, done) -> {
              int visited = state.visited() + batch;
              store.walk(visited + 1, done.after());
            });
    store.losses.put(number - 1, epoch.loss());
    return new State(
        number,
        state.after(),
        epoch.after(),
        state.visited() + epoch.batches(),
        state.limit(),
        epoch.trouble(),
        NetworkRun.Phase.UNDER_WAY);
  }

  @Override
  public Step<GradientFrame> step(State state, int index) {
    if (index == 0) {
      return frame(state, RegressionFocus.Whole.INITIALISED).step("Start");
    }
    if (state.end() == NetworkRun.Phase.UNDER_WAY) {
      return epoch(state);
    }
    return state
        .trouble()
        .map(trouble ->
            frame(state, new RegressionFocus.Stopped(trouble))
                .step("Stopped")
                .meeting(Set.of(GradientConditions.DIVERGES)))
        .orElseGet(() -> {
          double loss = RegressionTrainer.loss(problem, state.after());
          return frame(state, new RegressionFocus.Finished(loss)).step("Trained");
        });
  }

  private RegressionFrame frame(State state, RegressionFocus focus) {
    int epoch = state.epoch();
    return store.frame(epoch, state.after(), Optional.empty(), epoch, state.visited(), focus);
  }

  private Step<GradientFrame> epoch(State state) {
    int epoch = state.epoch();
    double before = epoch > 1 ? store.losses.prefix(epoch).at(epoch - 2) : Double.NaN;
    int visited = state.visited();
    var only =
        problem.batches() == 1
            ? Optional.of(batch(state, 0, state.before()))
            : Optional.<RegressionTrainer.Batch>empty();
    var focus = new RegressionFocus.EpochDone(before, state.before(), problem.batches());
    var pass = only.map(RegressionTrainer.Batch::pass);
    return store
        .frame(epoch, state.after(), pass, epoch, visited, focus)
        .step("Epoch " + epoch)
        .opening(() ->
            only.map(batch -> new RegressionSteps(store, epoch, visited - 1, batch).parts())
                .orElseGet(() -> RegressionEpochRun.of(store, state, before)))
        .meeting(conditions(state, before));
  }

  private Set<Condition> conditions(State state, double before) {
    int epoch = state.epoch();
    var met = new HashSet<Condition>();
    if (store.losses.prefix(epoch).last() > before) {
      met.add(GradientConditions.LOSS_RISES);
    }
    if (state.trouble().isPresent()) {
      met.add(GradientConditions.DIVERGES);
    }
    if (problem.descent().rateIn(epoch) != problem.descent().rateIn(epoch - 1)) {
      met.add(GradientConditions.RATE_CHANGES);
    }
    return met;
  }

  private RegressionTrainer.Batch batch(State state, int number, LinearModel at) {
    int epoch = state.epoch();
    int[] order = RegressionTrainer.order(problem, epoch);
    return RegressionTrainer.batch(problem, at, order, epoch, number, state.limit());
  }
}
