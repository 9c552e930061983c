package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.RegressionFrame.Pass;
import dev.stepwise.compute.gradient.network.Order;
import dev.stepwise.compute.gradient.regression.LinearModel;
import dev.stepwise.compute.gradient.regression.LinearRegression;
import dev.stepwise.compute.gradient.regression.MeanSquaredError;
import dev.stepwise.compute.run.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The training of linear regression as a run goes through it: [LinearRegression#fit] epoch by
/// epoch and batch by batch, stopped where the loss goes far off or out of range.
public final class RegressionTrainer {
  private RegressionTrainer() {}

  /// What linear regression ends with.
  ///
  /// @param losses over all samples, before each epoch's first update
  /// @param trouble why it was stopped early; empty where it ran to its end
  public record Fit(LinearModel model, List<Double> losses, Optional<Trouble> trouble) {
    /// Copies the list.
    public Fit {
      losses = List.copyOf(losses);
    }
  }

  /// An epoch.
  ///
  /// @param loss over all samples, before its first update
  /// @param after the model after its last update
  /// @param batches how many were visited
  record Epoch(double loss, LinearModel after, int batches, Optional<Trouble> trouble) {}

  /// A batch and what follows from it.
  ///
  /// @param after the model after its update; the same where the batch stops the training
  record Batch(Pass pass, LinearModel after, Optional<Trouble> trouble) {}

  /// Hears of each batch when it is done.
  @FunctionalInterface
  interface Listener {
    void done(int number, Batch batch);
  }

  /// The whole training.
  public static Fit fit(RegressionProblem problem) {
    var model = LinearModel.zero(problem.dimensions());
    double limit = limit(problem);
    var losses = new ArrayList<Double>();
    for (int epoch = 1; epoch <= problem.descent().epochs(); epoch++) {
      var done = epoch(problem, model, epoch, limit, (_, _) -> {});
      losses.add(done.loss());
      model = done.after();
      if (done.trouble().isPresent()) {
        return new Fit(model, losses, done.trouble());
      }
    }
    return new Fit(model, losses, Optional.empty());
  }

  /// The loss of a batch above which the training is stopped.
  static double limit(RegressionProblem problem) {
    double first = loss(problem, LinearModel.zero(problem.dimensions()));
    return Trouble.limit(first * problem.descent().mostWeight(problem.y().length));
  }

  /// The loss over all samples.
  static double loss(RegressionProblem problem, LinearModel at) {
    double[] errors = MeanSquaredError.errors(at.predict(problem.x()), problem.y());
    return MeanSquaredError.of(errors);
  }

  /// One epoch.
  ///
  /// @param epoch from 1
  /// @param limit the loss of a batch above which it stops
  static Epoch epoch(
      RegressionProblem problem, LinearModel start, int epoch, double limit, Listener listener) {
    int[] order = order(problem, epoch);
    double loss = loss(problem, start);
    var model = start;
    for (int number = 0; number < problem.batches(); number++) {
      Cancellation.checkpoint();
      var batch = batch(problem, model, order, epoch, number, limit);
      listener.done(number, batch);
      model = batch.after();
      if (batch.trouble().isPresent()) {
        return new Epoch(loss, model, number + 1, batch.trouble());
      }
    }
    return new Epoch(loss, model, problem.batches(), Optional.empty());
  }

  /// The order in which an epoch visits the samples. One batch of all needs none.
  ///
  /// @param epoch from 1
  static int[] order(RegressionProblem problem, int epoch) {
    int n = problem.y().length;
    return problem.batches() > 1 ? problem.descent().order(n, epoch) : Order.asGiven(n);
  }

  /// One batch: predictions, errors, gradient, update.
  ///
  /// @param number from 0
  static Batch batch(
      RegressionProblem problem, LinearModel at, int[] order, int epoch, int number, double limit) {
    int size = problem.descent().sizeOfBatch(order.length);
    var pass = pass(problem, at, number, Order.batch(order, number, size));
    if (!(pass.loss() <= limit)) {
      boolean finite = Double.isFinite(pass.loss());
      var kind = finite ? Trouble.Kind.FAR_OFF : Trouble.Kind.NOT_FINITE;
      return new Batch(pass, at, Optional.of(new Trouble(kind, epoch, number, pass.loss())));
    }
    double rate = problem.descent().rateIn(epoch);
    var after =
        problem.made() == GradientMistake.NONE
            ? at.descend(rate, pass.gradient())
            : new MistakenRegression(problem).descend(at, rate, pass.gradient());
    return new Batch(
        pass,
        after,
        after.isFinite()
            ? Optional.empty()
            : Optional.of(new Trouble(Trouble.Kind.UPDATE_NOT_FINITE, epoch, number, pass.loss())));
  }

  /// Predictions, errors, loss and gradient of a model over all samples.
  public static Pass pass(RegressionProblem problem, LinearModel at) {
    return pass(problem, at, 0, Order.asGiven(problem.y().length));
  }

  private static Pass pass(RegressionProblem problem, LinearModel at, int number, int[] samples) {
    double[][] x = LinearRegression.rows(problem.x(), samples);
    double[] y = LinearRegression.targets(problem.y(), samples);
    double[] predictions = at.predict(x);
    double[] errors = MeanSquaredError.errors(predictions, y);
    return new Pass(
        number,
        samples,
        at,
        predictions,
        errors,
        MeanSquaredError.of(errors),
        problem.made() == GradientMistake.NONE
            ? MeanSquaredError.gradient(x, errors)
            : new MistakenRegression(problem).gradient(x, errors));
  }
}
