package dev.stepwise.compute.gradient.probe;

import dev.stepwise.compute.gradient.network.Order;
import dev.stepwise.compute.gradient.network.Start;
import dev.stepwise.compute.linear.Matrices;
import dev.stepwise.compute.linear.RandomMatrices;
import dev.stepwise.compute.run.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/// Sends samples through a stack of equal layers without biases whose weights come from a start,
/// and measures the activations. Every start gets the same random numbers, so that they differ by
/// their scale alone.
public final class Signal {
  private static final int WEIGHTS = 4;

  private Signal() {}

  /// The input, and the activations after each layer.
  ///
  /// @param x n×width
  /// @param layers how many follow the input
  public static List<Layer> through(
      double[][] x, int layers, Start start, DoubleUnaryOperator activation, long seed) {
    var signal = new ArrayList<Layer>();
    signal.add(Layer.of(x));
    for (int layer = 1; layer <= layers; layer++) {
      Cancellation.checkpoint();
      signal.add(next(signal.getLast(), layer, start, activation, seed));
    }
    return signal;
  }

  /// The activations after one more layer.
  ///
  /// @param layer its number, from 1
  public static Layer next(
      Layer before, int layer, Start start, DoubleUnaryOperator activation, long seed) {
    int width = before.activations()[0].length;
    double[][] z =
        Matrices.multiply(
            before.activations(),
            RandomMatrices.gaussian(
                width, width, start.deviation(width, width), random(seed, layer)));
    for (double[] row : z) {
      for (int unit = 0; unit < width; unit++) {
        row[unit] = activation.applyAsDouble(row[unit]);
      }
    }
    return Layer.of(z);
  }

  /// Standard normal samples for a probe that is given none.
  public static double[][] samples(int n, int width, long seed) {
    return RandomMatrices.gaussian(n, width, 1, Order.forWeights(seed));
  }

  private static RandomGenerator random(long seed, int layer) {
    return new Well19937c(new int[] {(int) seed, (int) (seed >>> 32), WEIGHTS, layer});
  }
}
