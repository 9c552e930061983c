package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.network.Activation;

/// A forward pass through many equal layers, once for each start of the weights. The array is
/// shared and never written to.
///
/// @param x n×width, the samples
/// @param origin where the samples come from
/// @param layers how many, at least 1
/// @param activation of the units
/// @param seed of weights and samples
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record ProbeProblem(
    double[][] x, Origin origin, int layers, Activation activation, long seed)
    implements GradientProblem {

  /// Where the samples come from.
  public enum Origin {
    GIVEN,
    SEED
  }

  /// How many units each layer has.
  public int width() {
    return x[0].length;
  }
}
