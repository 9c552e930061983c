package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.Descent.Ordering;
import dev.stepwise.compute.gradient.NetworkProblem.GivenParameters;
import dev.stepwise.compute.gradient.network.Activation;
import dev.stepwise.compute.gradient.network.Averaging;
import dev.stepwise.compute.gradient.network.Start;
import java.util.List;
import java.util.Random;

/// Small random problems.
final class Problems {
  private Problems() {}

  static NetworkProblem network(long seed) {
    var random = new Random(seed);
    int n = 7 + random.nextInt(20);
    int d = 1 + random.nextInt(4);
    int classes = 2 + random.nextInt(3);
    var x = new double[n][d];
    var y = new int[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        x[i][j] = random.nextGaussian();
      }
      y[i] = i % classes;
    }
    var ordering = random.nextBoolean() ? Ordering.SHUFFLED : Ordering.AS_GIVEN;
    var descent =
        new Descent(
            0.1 + random.nextDouble(),
            random.nextBoolean() ? List.of() : List.of(new Descent.RateChange(3, 0.05)),
            1 + random.nextInt(6),
            random.nextInt(9),
            ordering,
            seed);
    return new NetworkProblem(
        LabelledData.of(x, y, random.nextBoolean() ? 0 : 0.25, seed),
        GivenParameters.NONE,
        1 + random.nextInt(6),
        random.nextBoolean() ? Start.HE : Start.XAVIER,
        random.nextBoolean() ? Activation.RELU : Activation.LEAKY_RELU,
        Averaging.MEAN,
        descent);
  }

  static RegressionProblem regression(long seed) {
    var random = new Random(seed);
    int n = 3 + random.nextInt(20);
    int d = 1 + random.nextInt(4);
    var x = new double[n][d];
    var y = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        x[i][j] = random.nextGaussian();
      }
      y[i] = 3 * random.nextGaussian();
    }
    int epochs = 1 + random.nextInt(30);
    int batch = random.nextInt(6);
    var ordering = random.nextBoolean() ? Ordering.SHUFFLED : Ordering.AS_GIVEN;
    return new RegressionProblem(x, y, new Descent(0.02, List.of(), epochs, batch, ordering, seed));
  }
}
