package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.regression.LinearModel;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.UnfoldingRun;
import java.util.Optional;

/// The inside of an epoch of linear regression with several batches: its loss over all samples, the
/// order of the samples, then one step a batch.
final class RegressionEpochRun implements UnfoldingRun.Recurrence<LinearModel, GradientFrame> {
  private static final int KEY_STATES = 256;

  /// How many steps come before the first batch.
  private static final int AHEAD = 2;

  private final RegressionRun.Store store;
  private final RegressionProblem problem;
  private final RegressionRun.State state;
  private final double before;
  private final int batches;
  private final int[] order;

  private RegressionEpochRun(RegressionRun.Store store, RegressionRun.State state, double before) {
    this.store = store;
    this.problem = store.problem;
    this.state = state;
    this.before = before;
    this.batches = state.trouble().map(trouble -> trouble.batch() + 1).orElseGet(problem::batches);
    this.order = RegressionTrainer.order(problem, state.epoch());
  }

  /// @param state after the epoch
  /// @param before the loss of the epoch before; NaN for the first
  static Run<GradientFrame> of(
      RegressionRun.Store store, RegressionRun.State state, double before) {
    return new UnfoldingRun<>(new RegressionEpochRun(store, state, before), KEY_STATES);
  }

  /// The state of a step is the model before it.
  @Override
  public LinearModel first() {
    return state.before();
  }

  @Override
  public boolean isLast(LinearModel model, int index) {
    return index == AHEAD + batches - 1;
  }

  @Override
  public LinearModel next(LinearModel model, int index) {
    return index < AHEAD ? model : batch(model, index - AHEAD).after();
  }

  private RegressionTrainer.Batch batch(LinearModel model, int number) {
    return RegressionTrainer.batch(problem, model, order, state.epoch(), number, state.limit());
  }

  @Override
  public Step<GradientFrame> step(LinearModel model, int index) {
    int visited = state.visited() - batches;
    if (index >= AHEAD) {
      int number = index - AHEAD;
      return new RegressionSteps(store, state.epoch(), visited + number, batch(model, number))
          .whole();
    }
    var focus =
        index == 0 ? new RegressionFocus.Measured(before) : new RegressionFocus.Ordered(order);
    boolean shuffled = problem.descent().ordering() == Descent.Ordering.SHUFFLED;
    return store
        .frame(state.epoch(), model, Optional.empty(), state.epoch(), visited, focus)
        .step(index == 0 ? "Loss" : shuffled ? "Shuffle" : "Order");
  }
}
