package dev.stepwise.compute.lstm;

import dev.stepwise.compute.linear.Matrices;

/// A layer of neurons: one row of weights and one bias a unit. The arrays are shared and never
/// written to.
///
/// @param weights hidden×(input+hidden), acting on [x_t, h_prev]
/// @param bias one number a unit
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record Layer(double[][] weights, double[] bias) {

  /// W·v + b, one sum a unit, each [#sum] to the last bit.
  double[] sums(double[] input) {
    double[] sums = Matrices.multiply(weights, input);
    for (int unit = 0; unit < sums.length; unit++) {
      sums[unit] += bias[unit];
    }
    return sums;
  }

  /// The weighted sum of one unit: its products from the first to the last, then the bias.
  public double sum(int unit, double[] input) {
    return Matrices.dot(weights[unit], input) + bias[unit];
  }

  /// How many numbers can be learned: the weights and the biases.
  long parameters() {
    return (long) weights.length * weights[0].length + bias.length;
  }
}
