package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.run.Cancellation;
import java.util.Arrays;

/// Assigns the same points again and again to centroids that move. It finds what [KMeans#assign]
/// finds, to the last bit, and measures less: of each point it keeps how near any centroid but its
/// own can be. After the centroids have moved, that is nearer by at most the longest way that one
/// of the others went; where the point's own centroid is nearer still, no other needs to be
/// measured. The same holds where the own centroid is nearer than half the way from there to the
/// next one.
///
/// G. Hamerly, *Making k-means even faster*, SIAM International Conference on Data Mining 2010.
/// Unlike there, the distance to the own centroid is measured each time: the inertia is made of it.
///
/// The bounds are kept below what exact arithmetic gives, and a centroid is passed over only where
/// the gap is wider than the rounding of two squared distances: each is a sum of squares, so its
/// relative error is at most that of its d + 2 operations. So labels, ties and inertia are the ones
/// of the plain way. Any centroids may follow any others; if they are far from the last ones, every
/// distance is measured again.
///
/// Time: n·d a call, and n·k·d at worst. Memory: a copy of the points, and 12 bytes a point. For
/// one thread.
final class BoundedAssignment {
  private static final int POINTS_BETWEEN_CHECKPOINTS = 4096;

  /// The square of a longer distance would overflow, that of a shorter one lose digits.
  private static final double LONGEST = 1e150;

  private static final double SHORTEST = 1e-140;

  private static final int AT_ONCE = 4;
  private static final double DOWN = 1 - Math.ulp(1.0);

  private final int count;
  private final int dimensions;

  /// Point after point, so that a point's coordinates are beside each other.
  private final double[] points;

  /// What a squared bound, and a bound, are multiplied by to be safe from rounding.
  private final double safe;

  private final int[] labels;
  private final double[] bounds;
  private double[] measured = {};

  // Of those points that are assigned together: the squared distance to the nearest centroid, and
  // which of them had to be measured.
  private final double[] least = new double[POINTS_BETWEEN_CHECKPOINTS];
  private final int[] opened = new int[POINTS_BETWEEN_CHECKPOINTS];

  private double[][] before = {};
  private double inertia;
  private int ties;

  /// @param points n×d, copied
  BoundedAssignment(double[][] points) {
    count = points.length;
    dimensions = points[0].length;
    this.points = new double[Math.multiplyExact(count, dimensions)];
    for (int i = 0; i < count; i++) {
      System.arraycopy(points[i], 0, this.points, i * dimensions, dimensions);
    }
    safe = 1 - 8 * (dimensions + 8) * Math.ulp(1.0);
    labels = new int[count];
    bounds = new double[count];
  }

  /// What [KMeans#assign] gives.
  ///
  /// @param centroids k×d, the same k at each call
  /// @throws java.util.concurrent.CancellationException soon after the thread is interrupted; the
  ///   next call measures all distances
  KMeans.Assignment assign(double[][] centroids) {
    double[] drifts = drifts(centroids);
    double[] flat = flat(centroids);
    measured = new double[centroids.length + AT_ONCE];
    double[] gaps = gaps(centroids);
    before = new double[0][]; // until all bounds are those of these centroids
    inertia = 0;
    ties = 0;
    for (int from = 0; from < count; from += POINTS_BETWEEN_CHECKPOINTS) {
      Cancellation.checkpoint();
      assign(from, Math.min(count, from + POINTS_BETWEEN_CHECKPOINTS), flat, drifts, gaps);
    }
    before = centroids;
    return new KMeans.Assignment(labels.clone(), inertia, ties);
  }

  /// For each cluster, the longest way that the centroid of another one has gone: infinite where
  /// nothing is known.
  private double[] drifts(double[][] centroids) {
    var drifts = new double[centroids.length];
    if (before.length != centroids.length) {
      Arrays.fill(drifts, Double.POSITIVE_INFINITY);
      return drifts;
    }
    for (int j = 0; j < drifts.length; j++) {
      double way = KMeans.distance(before[j], centroids[j]) / safe;
      for (int other = 0; other < drifts.length; other++) {
        if (other != j) {
          drifts[other] = Math.max(drifts[other], way);
        }
      }
    }
    return drifts;
  }

  /// For each centroid, the square of half the way to the nearest other one.
  private double[] gaps(double[][] centroids) {
    var gaps = new double[centroids.length];
    Arrays.fill(gaps, LONGEST * LONGEST);
    for (int j = 0; j < gaps.length; j++) {
      for (int other = 0; other < j; other++) {
        double quarter = KMeans.squaredDistance(centroids[j], centroids[other]) / 4;
        gaps[j] = Math.min(gaps[j], quarter);
        gaps[other] = Math.min(gaps[other], quarter);
      }
    }
    for (int j = 0; j < gaps.length; j++) {
      gaps[j] = gaps[j] < SHORTEST * SHORTEST ? 0 : gaps[j] * safe;
    }
    return gaps;
  }

  private static double[] flat(double[][] centroids) {
    int dimensions = centroids[0].length;
    var flat = new double[centroids.length * dimensions];
    for (int j = 0; j < centroids.length; j++) {
      System.arraycopy(centroids[j], 0, flat, j * dimensions, dimensions);
    }
    return flat;
  }

  /// Assigns some points. Three loops, each short enough for the compiler to make the best of it.
  private void assign(int from, int to, double[] centroids, double[] drifts, double[] gaps) {
    int open =
        dimensions == 2
            ? planeOpen(from, to, centroids, drifts, gaps)
            : open(from, to, centroids, drifts, gaps);
    for (int o = 0; o < open; o++) {
      least[opened[o] - from] = measure(opened[o], centroids);
    }
    double sum = inertia;
    for (int i = 0; i < to - from; i++) {
      sum += least[i];
    }
    inertia = sum;
  }

  /// Measures the distances to the own centroids, and notes the points for which that is not
  /// enough.
  ///
  /// @return how many these are
  private int open(int from, int to, double[] centroids, double[] drifts, double[] gaps) {
    int open = 0;
    for (int i = from; i < to; i++) {
      double own = squared(i, centroids, labels[i]);
      least[i - from] = own;
      open = noted(open, i, own, drifts, gaps);
    }
    return open;
  }

  /// The same for two coordinates, the case of every picture: a loop over two costs more than they.
  private int planeOpen(int from, int to, double[] centroids, double[] drifts, double[] gaps) {
    int open = 0;
    for (int i = from; i < to; i++) {
      double own = plane(i, centroids, labels[i]);
      least[i - from] = own;
      open = noted(open, i, own, drifts, gaps);
    }
    return open;
  }

  private int noted(int open, int i, double own, double[] drifts, double[] gaps) {
    int label = labels[i];
    // Rounded down, so that what is lost here is not lost again at every call.
    double bound = (bounds[i] - drifts[label]) * DOWN;
    bounds[i] = bound;
    if ((bound > SHORTEST && own < bound * bound * safe) || own < gaps[label]) {
      return open;
    }
    opened[open] = i;
    return open + 1;
  }

  /// Measures a point's distance to every centroid.
  ///
  /// @return the least, squared
  private double measure(int i, double[] centroids) {
    int k = centroids.length / dimensions;
    if (dimensions == 2) {
      for (int j = 0; j < k; j++) {
        measured[j] = plane(i, centroids, j);
      }
    } else {
      for (int j = 0; j < k; j += AT_ONCE) {
        measureFour(i, centroids, j, k - 1);
      }
    }
    int nearest = 0;
    double least = measured[0];
    double second = Double.POSITIVE_INFINITY;
    for (int j = 1; j < k; j++) {
      double squared = measured[j];
      if (squared < least) {
        second = least;
        least = squared;
        nearest = j;
      } else if (squared < second) {
        second = squared;
      }
    }
    ties += second == least && k > 1 ? 1 : 0;
    labels[i] = nearest;
    bounds[i] = Math.min(LONGEST, Math.sqrt(second) * safe);
    return least;
  }

  /// Four distances at once, whose sums do not wait for each other. Beyond the last centroid it is
  /// measured again.
  private void measureFour(int i, double[] centroids, int j, int last) {
    int point = i * dimensions;
    int at0 = j * dimensions;
    int at1 = Math.min(j + 1, last) * dimensions;
    int at2 = Math.min(j + 2, last) * dimensions;
    int at3 = Math.min(j + 3, last) * dimensions;
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    for (int c = 0; c < dimensions; c++) {
      double coordinate = points[point + c];
      double gap0 = coordinate - centroids[at0 + c];
      double gap1 = coordinate - centroids[at1 + c];
      double gap2 = coordinate - centroids[at2 + c];
      double gap3 = coordinate - centroids[at3 + c];
      sum0 += gap0 * gap0;
      sum1 += gap1 * gap1;
      sum2 += gap2 * gap2;
      sum3 += gap3 * gap3;
    }
    measured[j] = sum0;
    measured[j + 1] = sum1;
    measured[j + 2] = sum2;
    measured[j + 3] = sum3;
  }

  /// [#squared] of two coordinates, the case of every picture: a loop over two costs more than
  /// they.
  private double plane(int i, double[] centroids, int j) {
    double first = points[2 * i] - centroids[2 * j];
    double second = points[2 * i + 1] - centroids[2 * j + 1];
    return first * first + second * second;
  }

  /// [KMeans#squaredDistance], its squares added in the same order.
  private double squared(int i, double[] centroids, int j) {
    int point = i * dimensions;
    int centroid = j * dimensions;
    double sum = 0;
    for (int c = 0; c < dimensions; c++) {
      double gap = points[point + c] - centroids[centroid + c];
      sum += gap * gap;
    }
    return sum;
  }
}
