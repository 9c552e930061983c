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
/// @param training the indices of those trained on, ascending; at least one
/// @param held the indices of those held out, ascending
/// @param names of the columns
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record LabelledData(
    double[][] x, int[] y, double heldShare, int[] training, int[] held, DataNames names) {

  /// Holds out a share of the samples, drawn from the seed; at least one sample is left to train.
  public static LabelledData of(double[][] x, int[] y, double heldShare, long seed) {
    int[] held = Order.heldOut(x.length, mostHeld(x.length, heldShare), seed);
    return holding(x, y, heldShare, held, DataNames.NONE);
  }

  /// Holds out these samples.
  ///
  /// @param held their indices, ascending
  static LabelledData holding(
      double[][] x, int[] y, double heldShare, int[] held, DataNames names) {
    int[] training =
        IntStream.range(0, x.length).filter(i -> Arrays.binarySearch(held, i) < 0).toArray();
    return new LabelledData(x, y, heldShare, training, held, names);
  }

  /// How many of n samples a share is; at least one sample is left to train.
  static int mostHeld(int n, double heldShare) {
    return Math.min((int) Math.round(n * heldShare), n - 1);
  }

  /// Whether the seed holds out these samples.
  boolean isDrawnFrom(long seed) {
    return Arrays.equals(held, of(x, y, heldShare, seed).held);
  }

  /// The same with other names.
  LabelledData named(DataNames others) {
    return new LabelledData(x, y, heldShare, training, held, others);
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
