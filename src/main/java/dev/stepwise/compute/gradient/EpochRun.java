package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.NetworkFrame.Moment;
import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.UnfoldingRun;
import java.util.Optional;

/// The inside of an epoch: the order of its samples, then one step a batch.
final class EpochRun implements UnfoldingRun.Recurrence<EpochRun.State, GradientFrame> {
  private static final int KEY_STATES = 256;

  private final NetworkProblem problem;
  private final int epoch;
  private final Parameters start;
  private final double limit;
  private final int batches;
  private final Measured measured;
  private final int[] order;

  private EpochRun(
      NetworkProblem problem,
      int epoch,
      Parameters start,
      double limit,
      int batches,
      Measured measured) {
    this.problem = problem;
    this.epoch = epoch;
    this.start = start;
    this.limit = limit;
    this.batches = batches;
    this.measured = measured;
    this.order = Trainer.order(problem, epoch);
  }

  /// What was measured when so many batches of this epoch, and so many epochs, were done.
  @FunctionalInterface
  interface Measured {
    Curves until(int batches, int epochs);
  }

  /// @param start the parameters before the epoch
  /// @param batches how many the epoch visits
  static Run<GradientFrame> of(
      NetworkProblem problem,
      int epoch,
      Parameters start,
      double limit,
      int batches,
      Measured measured) {
    return new UnfoldingRun<>(
        new EpochRun(problem, epoch, start, limit, batches, measured), KEY_STATES);
  }

  /// @param before the parameters before the batch
  /// @param after the parameters after it
  record State(Parameters before, Parameters after) {}

  @Override
  public State first() {
    return new State(start, start);
  }

  @Override
  public boolean isLast(State state, int index) {
    return index == batches;
  }

  @Override
  public State next(State state, int index) {
    var batch = Trainer.batch(problem, state.after(), order, epoch, index, limit);
    return new State(state.after(), batch.after());
  }

  @Override
  public Step<GradientFrame> step(State state, int index) {
    if (index == 0) {
      return ordered();
    }
    int number = index - 1;
    var batch = Trainer.batch(problem, state.before(), order, epoch, number, limit);
    var steps =
        new BatchSteps(
            problem,
            epoch,
            number,
            state.before(),
            batch,
            measured.until(number, epoch - 1),
            measured.until(index, epoch - 1));
    return steps.whole(Trainer.trouble(batch, epoch, number).isPresent());
  }

  private Step<GradientFrame> ordered() {
    var moment = new Moment(epoch, start, measured.until(0, epoch - 1), Optional.empty());
    boolean shuffled = problem.descent().ordering() == Descent.Ordering.SHUFFLED;
    return new NetworkFrame(problem, moment, new NetworkFocus.Ordered(order))
        .step(shuffled ? "Shuffle" : "Order");
  }
}
