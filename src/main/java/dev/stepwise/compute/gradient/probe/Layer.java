package dev.stepwise.compute.gradient.probe;

/// The activations of a layer. The array is shared and never written to.
///
/// @param activations n×width
/// @param mean of all of them
/// @param variance of all of them around their mean
/// @param meanSquare the mean of their squares
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record Layer(double[][] activations, double mean, double variance, double meanSquare) {

  /// Measures the activations.
  static Layer of(double[][] activations) {
    double sum = 0;
    double squares = 0;
    int count = activations.length * activations[0].length;
    for (double[] row : activations) {
      for (double value : row) {
        sum += value;
        squares += value * value;
      }
    }
    double mean = sum / count;
    double gaps = 0;
    for (double[] row : activations) {
      for (double value : row) {
        gaps += (value - mean) * (value - mean);
      }
    }
    return new Layer(activations, mean, gaps / count, squares / count);
  }
}
