package dev.stepwise.compute.gradient.network;

/// What the forward pass of a batch of n samples leaves behind; the backward pass needs it all. The
/// arrays are shared and never written to.
///
/// @param x n×d, the samples
/// @param y their classes
/// @param z1 n×hidden, the sums of the hidden units
/// @param a1 n×hidden, their activations
/// @param z2 n×classes, the logits
/// @param p n×classes, the probabilities
/// @param losses n, the cross-entropy of each sample
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record Forward(
    double[][] x,
    int[] y,
    double[][] z1,
    double[][] a1,
    double[][] z2,
    double[][] p,
    double[] losses) {

  /// How many samples there are.
  public int size() {
    return y.length;
  }

  /// The mean of the losses.
  public double loss() {
    return total() / losses.length;
  }

  /// The sum of the losses.
  public double total() {
    double total = 0;
    for (double loss : losses) {
      total += loss;
    }
    return total;
  }

  /// How many samples have their own class as the most probable one.
  public int correct() {
    int correct = 0;
    for (int row = 0; row < y.length; row++) {
      if (TwoLayerNetwork.greatest(p[row]) == y[row]) {
        correct++;
      }
    }
    return correct;
  }
}
