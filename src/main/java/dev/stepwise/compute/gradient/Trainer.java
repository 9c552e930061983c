package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.network.Backward;
import dev.stepwise.compute.gradient.network.Forward;
import dev.stepwise.compute.gradient.network.Order;
import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.compute.gradient.network.TwoLayerNetwork;
import dev.stepwise.compute.run.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Mini-batch gradient descent for the two-layer network: each epoch visits every sample once, in
/// batches; each batch goes forward, backward, and every parameter takes a step against its
/// gradient. What the run shows is computed by these same functions.
///
/// H. Robbins, S. Monro, *A stochastic approximation method*, Annals of Mathematical Statistics 22
/// (1951) 400–407; L. Bottou, *Large-scale machine learning with stochastic gradient descent*,
/// COMPSTAT 2010.
public final class Trainer {
  private Trainer() {}

  /// What training ends with.
  ///
  /// @param parameters after the last update
  /// @param losses the mean over each epoch's samples, each measured before its batch's update
  /// @param trouble why it was stopped early; empty where it ran to its end
  public record Fit(Parameters parameters, List<Double> losses, Optional<Trouble> trouble) {
    /// Copies the list.
    public Fit {
      losses = List.copyOf(losses);
    }
  }

  /// A batch: its passes, and the parameters after its update. Where the batch stops the training
  /// there is no way back and no update.
  ///
  /// @param samples the indices of its samples in the data
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Batch(
      int[] samples, Forward forward, Optional<Backward> backward, Parameters after) {}

  /// An epoch.
  ///
  /// @param after the parameters after its last update
  /// @param loss the mean over its samples
  /// @param accuracy the share of its samples that were right, each measured before its batch's
  ///   update
  /// @param batches how many were visited
  /// @param trouble what stopped it
  public record Epoch(
      Parameters after, double loss, double accuracy, int batches, Optional<Trouble> trouble) {}

  /// Hears the loss of each batch.
  @FunctionalInterface
  public interface Listener {
    /// A batch has its loss.
    ///
    /// @param batch from 0
    void loss(int batch, double loss);
  }

  /// The whole training.
  public static Fit fit(NetworkProblem problem) {
    var parameters = initialise(problem);
    double limit = limit(problem);
    var losses = new ArrayList<Double>();
    for (int epoch = 1; epoch <= problem.descent().epochs(); epoch++) {
      var done = epoch(problem, parameters, epoch, limit, (_, _) -> {});
      parameters = done.after();
      losses.add(done.loss());
      if (done.trouble().isPresent()) {
        return new Fit(parameters, losses, done.trouble());
      }
    }
    return new Fit(parameters, losses, Optional.empty());
  }

  /// The parameters to start from: those given, the others drawn.
  public static Parameters initialise(NetworkProblem problem) {
    var drawn =
        TwoLayerNetwork.initialise(
            problem.data().dimensions(),
            problem.hidden(),
            problem.data().classes(),
            problem.start(),
            Order.forWeights(problem.descent().seed()));
    return problem.given().orElse(drawn);
  }

  /// The loss of a batch above which the training is stopped. It counts from what a batch can have
  /// at the start at most, so that one with an outlier stops nothing.
  public static double limit(NetworkProblem problem) {
    double first = forward(problem, problem.data().training(), initialise(problem)).loss();
    return Trouble.limit(first * problem.descent().mostWeight(problem.size()));
  }

  /// The order in which an epoch visits the samples, as indices of the data.
  ///
  /// @param epoch from 1
  public static int[] order(NetworkProblem problem, int epoch) {
    int n = problem.size();
    int[] order = problem.descent().order(n, epoch);
    int[] training = problem.data().training();
    for (int i = 0; i < n; i++) {
      order[i] = training[order[i]];
    }
    return order;
  }

  /// The samples of a batch, as indices of the data.
  public static int[] samples(NetworkProblem problem, int[] order, int batch) {
    return Order.batch(order, batch, problem.descent().sizeOfBatch(problem.size()));
  }

  /// One epoch.
  ///
  /// @param epoch from 1
  /// @param limit the loss above which it stops
  public static Epoch epoch(
      NetworkProblem problem, Parameters start, int epoch, double limit, Listener listener) {
    int[] order = order(problem, epoch);
    var parameters = start;
    double total = 0;
    int correct = 0;
    int seen = 0;
    for (int b = 0; b < problem.batches(); b++) {
      Cancellation.checkpoint();
      var batch = batch(problem, parameters, order, epoch, b, limit);
      listener.loss(b, batch.forward().loss());
      parameters = batch.after();
      total += batch.forward().total();
      correct += batch.forward().correct();
      seen += batch.samples().length;
      var trouble = trouble(batch, epoch, b);
      if (trouble.isPresent()) {
        return new Epoch(parameters, total / seen, (double) correct / seen, b + 1, trouble);
      }
    }
    return new Epoch(
        parameters, total / seen, (double) correct / seen, problem.batches(), Optional.empty());
  }

  /// One batch: forward, backward, update.
  public static Batch batch(
      NetworkProblem problem, Parameters at, int[] order, int epoch, int batch, double limit) {
    int[] samples = samples(problem, order, batch);
    var forward = forward(problem, samples, at);
    if (!(forward.loss() <= limit)) {
      return new Batch(samples, forward, Optional.empty(), at);
    }
    double rate = problem.descent().rateIn(epoch);
    var backward = backward(problem, forward, at, rate);
    var after =
        problem.mistake() == GradientMistake.NONE
            ? at.descend(rate, backward.gradients())
            : new MistakenNetwork(problem).descend(at, rate, backward.gradients());
    return new Batch(samples, forward, Optional.of(backward), after);
  }

  /// What a batch stops the training for: a loss out of range, or parameters that are no numbers
  /// after its update.
  static Optional<Trouble> trouble(Batch batch, int epoch, int number) {
    double loss = batch.forward().loss();
    if (!Double.isFinite(loss)) {
      return Optional.of(new Trouble(Trouble.Kind.NOT_FINITE, epoch, number, loss));
    }
    if (!batch.after().areFinite()) {
      return Optional.of(new Trouble(Trouble.Kind.UPDATE_NOT_FINITE, epoch, number, loss));
    }
    return batch.backward().isEmpty()
        ? Optional.of(new Trouble(Trouble.Kind.FAR_OFF, epoch, number, loss))
        : Optional.empty();
  }

  /// The forward pass of some samples.
  public static Forward forward(NetworkProblem problem, int[] samples, Parameters at) {
    double[][] x = problem.data().rows(samples);
    int[] y = problem.data().labels(samples);
    return problem.mistake() == GradientMistake.NONE
        ? TwoLayerNetwork.forward(x, y, at, problem.activation())
        : new MistakenNetwork(problem).forward(x, y, at);
  }

  /// The backward pass of a forward pass.
  ///
  /// @param rate of the update to come
  static Backward backward(NetworkProblem problem, Forward forward, Parameters at, double rate) {
    return problem.mistake() == GradientMistake.NONE
        ? TwoLayerNetwork.backward(forward, at, problem.activation(), problem.averaging())
        : new MistakenNetwork(problem).backward(forward, at, rate);
  }
}
