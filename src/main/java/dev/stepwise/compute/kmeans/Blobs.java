package dev.stepwise.compute.kmeans;

import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.util.FastMath;

/// The points of a scenario that states none.
final class Blobs {
  private static final int BLOBS = 3;
  private static final int POINTS_EACH = 45;
  private static final double RADIUS = 5;

  private Blobs() {}

  /// Three round normal blobs of 45 points with standard deviation 1, their centres evenly spread
  /// on a circle of radius 5 around (5, 5), turned by an angle from the seed. Rounded to three
  /// decimals. FastMath gives the same sines on every platform.
  static double[][] fromSeed(long seed) {
    // Not the numbers that draw the centroids: another stream of the same seed.
    var random = new Well19937c(new int[] {(int) seed, (int) (seed >>> 32), 1});
    double turn = 2 * Math.PI * random.nextDouble();
    var points = new double[BLOBS * POINTS_EACH][];
    for (int i = 0; i < points.length; i++) {
      int blob = i / POINTS_EACH;
      double angle = turn + 2 * Math.PI * blob / BLOBS;
      double x = RADIUS + RADIUS * FastMath.cos(angle) + random.nextGaussian();
      double y = RADIUS + RADIUS * FastMath.sin(angle) + random.nextGaussian();
      points[i] = new double[] {rounded(x), rounded(y)};
    }
    return points;
  }

  private static double rounded(double value) {
    return Math.rint(value * 1000) / 1000;
  }
}
