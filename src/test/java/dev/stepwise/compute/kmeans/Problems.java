package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.kmeans.KMeansProblem.Init;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Problems for tests, from a seed.
final class Problems {
  private Problems() {}

  /// Two to a hundred points around a few places in one to six dimensions; some on a coarse grid,
  /// where there are duplicates and ties.
  static KMeansProblem random(long seed) {
    var random = new Random(seed);
    int n = 2 + random.nextInt(99);
    int dimensions = 1 + random.nextInt(6);
    int k = 1 + random.nextInt(Math.min(n, 8));
    boolean grid = random.nextInt(3) == 0;
    var points = new double[n][dimensions];
    for (double[] point : points) {
      double place = 4.0 * random.nextInt(4);
      for (int c = 0; c < dimensions; c++) {
        double value = place + random.nextGaussian();
        point[c] = grid ? Math.rint(value) : value;
      }
    }
    var init = List.of(Init.PLUS_PLUS, Init.RANDOM, Init.MANUAL).get(random.nextInt(3));
    double[][] start = null;
    if (init == Init.MANUAL) {
      start = new double[k][dimensions];
      for (double[] centroid : start) {
        Arrays.setAll(centroid, _ -> 20 * random.nextGaussian());
      }
    }
    return new KMeansProblem(points, start, k, init, 1 + random.nextInt(60), 1e-9, seed);
  }

  /// Hand-placed centroids.
  static KMeansProblem manual(double[][] points, double[][] start) {
    return new KMeansProblem(points, start, start.length, Init.MANUAL, 100, 0, 42);
  }

  /// Drawn centroids.
  static KMeansProblem drawn(double[][] points, int k, Init init, long seed) {
    return new KMeansProblem(points, null, k, init, 100, 0, seed);
  }
}
