package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.network.Order;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Samples with classes; some of them may be held out: never trained on, only measured. The arrays
/// are shared and never written to.
///
/// @param x n×d, all samples
/// @param y their classes, from 0
/// @param heldShare which share is held out, 0 to 0.9
/// @param training the indices of those trained on, ascending
/// @param held the indices of those held out, ascending
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record LabelledData(double[][] x, int[] y, double heldShare, int[] training, int[] held) {

  /// Holds out a share of the samples, drawn from the seed; at least one sample is left to train.
  public static LabelledData of(double[][] x, int[] y, double heldShare, long seed) {
    int n = x.length;
    int count = Math.min((int) Math.round(n * heldShare), n - 1);
    int[] held = Order.heldOut(n, count, seed);
    int[] training = IntStream.range(0, n).filter(i -> Arrays.binarySearch(held, i) < 0).toArray();
    return new LabelledData(x, y, heldShare, training, held);
  }

  /// How many classes there are: the greatest label and one.
  public int classes() {
    return Math.max(2, Arrays.stream(y).max().orElse(0) + 1);
  }

  /// How many numbers a sample has.
  public int dimensions() {
    return x[0].length;
  }

  /// The rows of some samples.
  public double[][] rows(int[] indices) {
    return Arrays.stream(indices).mapToObj(i -> x[i]).toArray(double[][]::new);
  }

  /// The classes of some samples.
  public int[] labels(int[] indices) {
    return Arrays.stream(indices).map(i -> y[i]).toArray();
  }
}
