package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.network.Parameters;
import java.util.Arrays;

/// Where in a batch numbers first left the range of numbers.
final class FirstBad {
  private FirstBad() {}

  /// The name of the first tensor with a number that is not finite in the batch that stopped a
  /// training; `loss` where all are finite.
  ///
  /// @param before the parameters before the epoch
  static String in(NetworkProblem problem, Parameters before, Trouble trouble) {
    int[] order = Trainer.order(problem, trouble.epoch());
    var at = before;
    for (int b = 0; b < trouble.batch(); b++) {
      at = Trainer.batch(problem, at, order, trouble.epoch(), b, Double.MAX_VALUE).after();
    }
    var batch =
        Trainer.batch(problem, at, order, trouble.epoch(), trouble.batch(), Double.MAX_VALUE);
    var forward = batch.forward();
    if (!finite(forward.z1())) {
      return "z1";
    }
    if (!finite(forward.z2())) {
      return "z2";
    }
    if (!finite(forward.p())) {
      return "p";
    }
    if (!Double.isFinite(forward.loss()) || batch.backward().isEmpty()) {
      return "loss";
    }
    var back = batch.backward().get();
    if (!finite(back.dw2())) {
      return "dW2";
    }
    if (!finite(back.dz1())) {
      return "dz1";
    }
    if (!finite(back.dw1())) {
      return "dW1";
    }
    return batch.after().areFinite() ? "loss" : "the updated weights";
  }

  private static boolean finite(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }
}
