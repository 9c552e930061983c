package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.run.Cancellation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.OptionalDouble;

/// How well points lie in their clusters. For a point, a is its mean distance to the others of its
/// cluster, b the least mean distance to the points of another cluster; its silhouette is (b − a) /
/// max(a, b), from −1 to 1, and 0 for a point alone in its cluster.
///
/// P. J. Rousseeuw, *Silhouettes: a graphical aid to the interpretation and validation of cluster
/// analysis*, Journal of Computational and Applied Mathematics 20 (1987) 53–65.
public final class Silhouette {
  /// How many points are compared with each other at most: the work grows with the square.
  public static final int LARGEST_SAMPLE = 1000;

  private Silhouette() {}

  /// The silhouette of each point. Defined where at least two clusters have points.
  ///
  /// @param points n×d
  /// @param labels of each point, at least 0
  /// @throws IllegalArgumentException where all points are in one cluster
  /// @throws java.util.concurrent.CancellationException soon after the thread is interrupted
  public static double[] values(double[][] points, int[] labels) {
    int clusters = Arrays.stream(labels).max().orElse(0) + 1;
    int[] sizes = KMeans.sizes(labels, clusters);
    if (Arrays.stream(sizes).filter(size -> size > 0).count() < 2) {
      throw new IllegalArgumentException("silhouettes need two clusters with points");
    }
    var values = new double[points.length];
    for (int i = 0; i < values.length; i++) {
      Cancellation.checkpoint();
      values[i] = value(points, labels, sizes, i);
    }
    return values;
  }

  private static double value(double[][] points, int[] labels, int[] sizes, int i) {
    int own = labels[i];
    if (sizes[own] == 1) {
      return 0;
    }
    var sums = new double[sizes.length];
    for (int other = 0; other < points.length; other++) {
      sums[labels[other]] += KMeans.distance(points[i], points[other]);
    }
    double a = sums[own] / (sizes[own] - 1);
    double b = Double.POSITIVE_INFINITY;
    for (int j = 0; j < sizes.length; j++) {
      if (j != own && sizes[j] > 0) {
        b = Math.min(b, sums[j] / sizes[j]);
      }
    }
    double greater = Math.max(a, b);
    return greater == 0 ? 0 : (b - a) / greater;
  }

  /// The mean silhouette; of more than [#LARGEST_SAMPLE] points that of as many, drawn from the
  /// seed. Empty where fewer than two clusters have points.
  public static OptionalDouble mean(double[][] points, int[] labels, long seed) {
    int[] sample = Sample.of(points.length, LARGEST_SAMPLE, seed);
    var sampled = new double[sample.length][];
    var compact = new int[sample.length];
    var names = new HashMap<Integer, Integer>();
    for (int s = 0; s < sample.length; s++) {
      sampled[s] = points[sample[s]];
      int next = names.size();
      compact[s] = names.computeIfAbsent(labels[sample[s]], _ -> next);
    }
    return names.size() < 2
        ? OptionalDouble.empty()
        : Arrays.stream(values(sampled, compact)).average();
  }
}
