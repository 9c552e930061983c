package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.compute.run.Cancellation;
import java.util.Arrays;
import java.util.Optional;

/// Where a training that goes wrong first leaves the range of numbers.
///
/// @param tensor the first with a number that is infinite or not a number
/// @param epoch in which epoch, from 1
/// @param batch in which batch, from 0
public record FirstBad(String tensor, int epoch, int batch) {
  private static final int MOST_BATCHES = 3000;

  /// Products in all, so that a large network gives no long wait before its explanation.
  private static final double MOST_PRODUCTS = 1e7;

  /// Goes on from where a training was stopped, as if nothing had stopped it, until a number is not
  /// finite; empty where that takes thousands of batches, of a large network hundreds.
  ///
  /// @param before the parameters before the epoch that was stopped
  static Optional<FirstBad> after(NetworkProblem problem, Parameters before, Trouble trouble) {
    var at = before;
    int most = mostBatches(problem, before);
    int visited = 0;
    for (int epoch = trouble.epoch(); visited < most; epoch++) {
      int[] order = Trainer.order(problem, epoch);
      for (int b = 0; b < problem.batches(); b++, visited++) {
        Cancellation.checkpoint();
        var batch = Trainer.batch(problem, at, order, epoch, b, Double.POSITIVE_INFINITY);
        var bad = in(batch);
        if (bad.isPresent()) {
          return Optional.of(new FirstBad(bad.get(), epoch, b));
        }
        at = batch.after();
      }
    }
    return Optional.empty();
  }

  private static int mostBatches(NetworkProblem problem, Parameters at) {
    double batch = (double) problem.data().training().length / problem.batches() * at.count();
    return (int) Math.clamp(MOST_PRODUCTS / batch, 1, MOST_BATCHES);
  }

  private static Optional<String> in(Trainer.Batch batch) {
    var forward = batch.forward();
    if (!finite(forward.z1())) {
      return Optional.of("z1");
    }
    if (!finite(forward.z2())) {
      return Optional.of("z2");
    }
    if (!finite(forward.p())) {
      return Optional.of("p");
    }
    if (!Double.isFinite(forward.loss()) || batch.backward().isEmpty()) {
      return Optional.of("loss");
    }
    var back = batch.backward().get();
    if (!finite(back.dw2())) {
      return Optional.of("dW2");
    }
    if (!finite(back.dz1())) {
      return Optional.of("dz1");
    }
    if (!finite(back.dw1())) {
      return Optional.of("dW1");
    }
    return batch.after().areFinite() ? Optional.empty() : Optional.of("the updated weights");
  }

  private static boolean finite(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }
}
