package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.Attention.Projections;
import dev.stepwise.compute.attention.AttentionProblem.Settings;
import dev.stepwise.compute.linear.Matrices;
import dev.stepwise.compute.linear.RandomMatrices;
import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.run.Cancellation;
import dev.stepwise.compute.timing.Stopwatch;
import dev.stepwise.compute.timing.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/// Experiments with attention. All stop soon after their thread is interrupted, with a
/// [java.util.concurrent.CancellationException].
public final class AttentionLab {
  private static final int[] WIDTHS = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512};
  private static final int[] LENGTHS = {16, 32, 64, 128, 256, 512, 1024};
  private static final int PRODUCTS = 4000;
  private static final int ROWS = 400;
  private static final int KEYS = 16;
  private static final int COST_WIDTH = 64;

  private AttentionLab() {}

  /// The spread of dot products of two random vectors.
  ///
  /// @param width d_k: how many terms a product has
  /// @param plain the variance of q·k
  /// @param scaled the variance of q·k / √d_k
  public record Spread(int width, double plain, double scaled) {}

  /// How sharp softmax is over random scores.
  ///
  /// @param width d_k
  /// @param entropy the mean entropy of a row in bits, not scaled
  /// @param scaledEntropy the same, scaled
  /// @param gradient the mean p(1 − p) of a row's winner, not scaled
  /// @param scaledGradient the same, scaled
  public record Saturation(
      int width, double entropy, double scaledEntropy, double gradient, double scaledGradient) {}

  /// What a pass costs.
  ///
  /// @param length n
  /// @param time of a pass, measured
  /// @param bytes of the weights alone
  public record Cost(int length, Timing time, long bytes) {
    /// The median of the measured times.
    public double milliseconds() {
      return 1e3 * time.median();
    }
  }

  /// The variance of q·k for vectors of independent standard normal numbers, against d_k.
  public static List<Spread> spread(long seed, DoubleConsumer progress) {
    var spreads = new ArrayList<Spread>();
    for (int width : WIDTHS) {
      var random = Embeddings.generator(seed, 1000 + width);
      double[][] q = RandomMatrices.gaussian(PRODUCTS, width, 1, random);
      double[][] k = RandomMatrices.gaussian(PRODUCTS, width, 1, random);
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < PRODUCTS; i++) {
        Cancellation.checkpoint();
        double product = Matrices.dot(q[i], k[i]);
        sum += product;
        squares += product * product;
      }
      double mean = sum / PRODUCTS;
      double variance = squares / PRODUCTS - mean * mean;
      spreads.add(new Spread(width, variance, variance / width));
      progress.accept(spreads.size() / (double) WIDTHS.length);
    }
    return spreads;
  }

  /// Entropy and gradient of softmax over 16 random keys, against d_k.
  public static List<Saturation> saturation(long seed, DoubleConsumer progress) {
    var saturations = new ArrayList<Saturation>();
    for (int width : WIDTHS) {
      var random = Embeddings.generator(seed, 2000 + width);
      double[] sums = new double[4];
      for (int row = 0; row < ROWS; row++) {
        Cancellation.checkpoint();
        double[][] q = RandomMatrices.gaussian(1, width, 1, random);
        double[][] k = RandomMatrices.gaussian(KEYS, width, 1, random);
        double[][] products = Matrices.multiplyByTransposed(q, k);
        double[] plain = Softmax.stable(products[0]);
        double[] scaled = Softmax.stable(Attention.scale(products, width)[0]);
        sums[0] += Sharpness.entropy(plain) / ROWS;
        sums[1] += Sharpness.entropy(scaled) / ROWS;
        sums[2] += Sharpness.gradient(plain) / ROWS;
        sums[3] += Sharpness.gradient(scaled) / ROWS;
      }
      saturations.add(new Saturation(width, sums[0], sums[1], sums[2], sums[3]));
      progress.accept(saturations.size() / (double) WIDTHS.length);
    }
    return saturations;
  }

  /// Time and memory of scores, softmax and output with d_k = 64, measured, against n.
  public static List<Cost> cost(long seed, Stopwatch stopwatch, DoubleConsumer progress) {
    var costs = new ArrayList<Cost>();
    for (int length : LENGTHS) {
      var random = Embeddings.generator(seed, 3000 + length);
      var projections =
          new Projections(
              RandomMatrices.gaussian(length, COST_WIDTH, 1, random),
              RandomMatrices.gaussian(length, COST_WIDTH, 1, random),
              RandomMatrices.gaussian(length, COST_WIDTH, 1, random));
      var time = stopwatch.time(_ -> Attention.pass(projections, Settings.STANDARD).output()[0][0]);
      costs.add(new Cost(length, time, (long) length * length * Double.BYTES));
      progress.accept(costs.size() / (double) LENGTHS.length);
    }
    return costs;
  }
}
