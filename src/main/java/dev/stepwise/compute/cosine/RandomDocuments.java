package dev.stepwise.compute.cosine;

import dev.stepwise.compute.linear.RandomMatrices;
import org.apache.commons.math3.random.Well19937c;

/// Documents and queries of a scenario that states none: independent normal numbers, so that every
/// direction is equally likely.
final class RandomDocuments {
  private RandomDocuments() {}

  static double[][] documents(int count, int dimensions, long seed) {
    return RandomMatrices.gaussian(count, dimensions, 1, stream(seed, 1));
  }

  static double[] query(int dimensions, long seed) {
    return RandomMatrices.gaussian(1, dimensions, 1, stream(seed, 2))[0];
  }

  /// Different streams of the same seed, so that the query doesn't depend on the documents' number.
  private static Well19937c stream(long seed, int number) {
    return new Well19937c(new int[] {(int) seed, (int) (seed >>> 32), number});
  }
}
