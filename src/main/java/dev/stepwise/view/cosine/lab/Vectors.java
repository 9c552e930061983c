package dev.stepwise.view.cosine.lab;

import dev.stepwise.compute.cosine.FloatIndex;
import dev.stepwise.compute.run.Cancellation;
import org.apache.commons.math3.random.Well19937c;

/// Vectors to measure with, drawn in groups as real embeddings are: normal numbers around one of a
/// hundred centres, which are normal themselves. The queries are drawn in the same way.
///
/// @param unit of norm 1
/// @param queries of norm 1
@SuppressWarnings("ArrayRecordComponent") // made here, never written to
record Vectors(float[][] unit, float[][] queries) {
  static final int DIMENSIONS = 32;
  static final int QUERIES = 100;

  private static final int CENTRES = 100;
  private static final double SPREAD = 0.7;
  private static final long SEED = 20;

  static Vectors of(int count) {
    var random = new Well19937c(SEED);
    var centres = new double[CENTRES][DIMENSIONS];
    for (double[] centre : centres) {
      for (int j = 0; j < DIMENSIONS; j++) {
        centre[j] = random.nextGaussian();
      }
    }
    // The queries come first, so that they are the same however many vectors there are.
    var queries = drawn(QUERIES, centres, random);
    return new Vectors(drawn(count, centres, random), queries);
  }

  private static float[][] drawn(int count, double[][] centres, Well19937c random) {
    var vectors = new float[count][DIMENSIONS];
    var row = new double[DIMENSIONS];
    for (int i = 0; i < count; i++) {
      if (i % 1_000 == 0) {
        Cancellation.checkpoint();
      }
      double[] centre = centres[random.nextInt(centres.length)];
      double squares = 0;
      for (int j = 0; j < DIMENSIONS; j++) {
        row[j] = centre[j] + SPREAD * random.nextGaussian();
        squares += row[j] * row[j];
      }
      for (int j = 0; j < DIMENSIONS; j++) {
        vectors[i][j] = (float) (row[j] / Math.sqrt(squares));
      }
    }
    return vectors;
  }

  /// The same vectors for exact search.
  FloatIndex exact() {
    return FloatIndex.of(unit.length, DIMENSIONS, 0, i -> wide(unit[i]));
  }

  /// A vector in float64.
  static double[] wide(float[] vector) {
    var wide = new double[vector.length];
    for (int j = 0; j < wide.length; j++) {
      wide[j] = vector[j];
    }
    return wide;
  }
}
