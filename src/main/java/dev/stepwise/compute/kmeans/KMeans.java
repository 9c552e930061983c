package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.run.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// K-means clustering by Lloyd's algorithm: assign every point to the nearest centroid, move every
/// centroid to the mean of its points, until the centroids hardly move.
///
/// Points are n×d, centroids k×d, labels n numbers from 0 to k − 1. No method writes to its
/// arguments; rows of results may be shared with them. Long computations stop with a
/// [java.util.concurrent.CancellationException] soon after their thread is interrupted.
///
/// S. P. Lloyd, *Least squares quantization in PCM*, IEEE Transactions on Information Theory 28
/// (1982) 129–137.
public final class KMeans {
  private static final int POINTS_BETWEEN_CHECKPOINTS = 4096;

  private KMeans() {}

  /// What the algorithm ends with.
  ///
  /// @param centroids k×d
  /// @param labels of each point, by these centroids
  /// @param inertia by these centroids
  /// @param iterations how many were done
  /// @param converged whether the last one moved the centroids by at most the tolerance
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Fit(
      double[][] centroids, int[] labels, double inertia, int iterations, boolean converged) {}

  /// Which centroid each point goes to.
  ///
  /// @param labels the cluster of each point
  /// @param inertia the sum of the squared distances from each point to its centroid
  /// @param ties how many points are exactly as near to another centroid
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Assignment(int[] labels, double inertia, int ties) {}

  /// The points of one cluster, added up.
  ///
  /// @param size how many there are
  /// @param sum of each coordinate, d numbers
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Members(int size, double[] sum) {

    /// The mean of each coordinate; NaN for an empty cluster.
    public double[] mean() {
      var mean = new double[sum.length];
      for (int c = 0; c < mean.length; c++) {
        mean[c] = sum[c] / size;
      }
      return mean;
    }
  }

  /// The whole algorithm, from the start to convergence or to the last iteration allowed. It
  /// measures fewer distances than [#assign] would, and finds the same.
  public static Fit fit(KMeansProblem problem) {
    double[][] points = problem.points();
    double[][] centroids = initialise(problem);
    double movement;
    int iterations = 0;
    var assignment = new BoundedAssignment(points);
    do {
      int[] labels = assignment.assign(centroids).labels();
      double[][] moved = update(points, labels, centroids);
      movement = movement(centroids, moved);
      centroids = moved;
      iterations++;
    } while (movement > problem.tolerance() && iterations < problem.maximumIterations());

    var last = assignment.assign(centroids);
    boolean converged = movement <= problem.tolerance();
    return new Fit(centroids, last.labels(), last.inertia(), iterations, converged);
  }

  /// The centroids to start from: those placed by hand, or points drawn from the seed as the
  /// problem's start says.
  public static double[][] initialise(KMeansProblem problem) {
    return switch (problem.init()) {
      case MANUAL -> Objects.requireNonNull(problem.start(), "a manual start has centroids");
      case PLUS_PLUS, RANDOM -> {
        int[] drawn = Seeding.drawAll(problem).points();
        var centroids = new double[drawn.length][];
        for (int j = 0; j < centroids.length; j++) {
          centroids[j] = problem.points()[drawn[j]];
        }
        yield centroids;
      }
    };
  }

  /// The centroids to start from as a start by hand with k of them: the first ones, and where there
  /// are fewer than k, points that are each farthest from the nearest of those before it (T. F.
  /// Gonzalez, *Clustering to minimize the maximum intercluster distance*, Theoretical Computer
  /// Science 38 (1985) 293–306). Costs one assignment a point that is added.
  static double[][] startOf(KMeansProblem problem, int k) {
    var centroids = new ArrayList<>(List.of(initialise(problem)));
    while (centroids.size() > k) {
      centroids.removeLast();
    }
    while (centroids.size() < k) {
      double[][] before = centroids.toArray(double[][]::new);
      int[] labels = assign(problem.points(), before).labels();
      int farthest = 0;
      double most = -1;
      for (int i = 0; i < labels.length; i++) {
        double squared = squaredDistance(problem.points()[i], before[labels[i]]);
        if (squared > most) {
          most = squared;
          farthest = i;
        }
      }
      centroids.add(problem.points()[farthest]);
    }
    return centroids.toArray(double[][]::new);
  }

  /// How far points spread: the greatest difference between two of them in one coordinate.
  static double spread(double[][] points) {
    double spread = 0;
    for (int c = 0; c < points[0].length; c++) {
      double least = points[0][c];
      double most = least;
      for (double[] point : points) {
        least = Math.min(least, point[c]);
        most = Math.max(most, point[c]);
      }
      spread = Math.max(spread, most - least);
    }
    return spread;
  }

  /// Assigns every point to the nearest centroid; of several equally near ones to the lowest.
  public static Assignment assign(double[][] points, double[][] centroids) {
    var labels = new int[points.length];
    double inertia = 0;
    int ties = 0;
    for (int i = 0; i < points.length; i++) {
      if (i % POINTS_BETWEEN_CHECKPOINTS == 0) {
        Cancellation.checkpoint();
      }
      int nearest = 0;
      double least = squaredDistance(points[i], centroids[0]);
      boolean tie = false;
      for (int j = 1; j < centroids.length; j++) {
        double squared = squaredDistance(points[i], centroids[j]);
        if (squared < least) {
          nearest = j;
          least = squared;
          tie = false;
        } else if (squared == least) {
          tie = true;
        }
      }
      labels[i] = nearest;
      inertia += least;
      if (tie) {
        ties++;
      }
    }
    return new Assignment(labels, inertia, ties);
  }

  /// Moves every centroid to the mean of its points. One without points keeps its place. All
  /// clusters are added up in one pass; the points of each still in their order, so that a mean is
  /// that of [#members] to the last bit.
  public static double[][] update(double[][] points, int[] labels, double[][] centroids) {
    var sums = new double[centroids.length][points[0].length];
    for (int i = 0; i < points.length; i++) {
      if (i % POINTS_BETWEEN_CHECKPOINTS == 0) {
        Cancellation.checkpoint();
      }
      if (labels[i] >= 0) {
        add(points[i], sums[labels[i]]);
      }
    }
    int[] sizes = sizes(labels, centroids.length);
    var moved = new double[centroids.length][];
    for (int j = 0; j < centroids.length; j++) {
      moved[j] = sizes[j] == 0 ? centroids[j] : new Members(sizes[j], sums[j]).mean();
    }
    return moved;
  }

  private static void add(double[] point, double[] sum) {
    for (int c = 0; c < sum.length; c++) {
      sum[c] += point[c];
    }
  }

  /// Adds up the points of one cluster, in their order.
  public static Members members(double[][] points, int[] labels, int cluster) {
    var sum = new double[points[0].length];
    int size = 0;
    for (int i = 0; i < points.length; i++) {
      if (labels[i] == cluster) {
        size++;
        add(points[i], sum);
      }
    }
    return new Members(size, sum);
  }

  /// How many points each of k clusters has; points that are not assigned count nowhere.
  public static int[] sizes(int[] labels, int k) {
    var sizes = new int[k];
    for (int label : labels) {
      if (label >= 0) {
        sizes[label]++;
      }
    }
    return sizes;
  }

  /// How many points have another label than before.
  public static int changed(int[] before, int[] after) {
    int changed = 0;
    for (int i = 0; i < after.length; i++) {
      if (before[i] != after[i]) {
        changed++;
      }
    }
    return changed;
  }

  /// How far the centroids moved in all: the Frobenius norm of their change.
  public static double movement(double[][] before, double[][] after) {
    double squared = 0;
    for (int j = 0; j < before.length; j++) {
      squared += squaredDistance(before[j], after[j]);
    }
    return Math.sqrt(squared);
  }

  /// The sum of the squared distances from each point to the centroid of its cluster.
  public static double inertia(double[][] points, int[] labels, double[][] centroids) {
    double inertia = 0;
    for (int i = 0; i < points.length; i++) {
      inertia += squaredDistance(points[i], centroids[labels[i]]);
    }
    return inertia;
  }

  /// The Euclidean distances from a point to each centroid.
  public static double[] distances(double[] point, double[][] centroids) {
    var distances = new double[centroids.length];
    for (int j = 0; j < distances.length; j++) {
      distances[j] = distance(point, centroids[j]);
    }
    return distances;
  }

  /// The Euclidean distance.
  public static double distance(double[] a, double[] b) {
    return Math.sqrt(squaredDistance(a, b));
  }

  /// The squared Euclidean distance: what is compared, since it needs no root.
  public static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int c = 0; c < a.length; c++) {
      double gap = a[c] - b[c];
      sum += gap * gap;
    }
    return sum;
  }
}
