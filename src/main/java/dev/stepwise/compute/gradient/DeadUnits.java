package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.network.Forward;
import dev.stepwise.compute.gradient.network.Parameters;

/// Hidden units whose sum is positive for no sample. With plain ReLU such a unit outputs 0
/// everywhere, so no gradient reaches its weights: it is dead.
public final class DeadUnits {
  private DeadUnits() {}

  /// Which units are off for every one of some samples.
  public static boolean[] among(Forward forward) {
    var off = new boolean[forward.z1()[0].length];
    for (int unit = 0; unit < off.length; unit++) {
      off[unit] = true;
      for (double[] row : forward.z1()) {
        off[unit] &= row[unit] <= 0;
      }
    }
    return off;
  }

  /// Which units are off for every training sample.
  public static boolean[] of(NetworkProblem problem, Parameters at) {
    return among(Trainer.forward(problem, problem.data().training(), at));
  }

  /// How many of them.
  public static int count(boolean[] off) {
    int count = 0;
    for (boolean each : off) {
      count += each ? 1 : 0;
    }
    return count;
  }
}
