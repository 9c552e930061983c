package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.derivation.Operation;
import java.util.Arrays;

/// A mistake that people make in k-means, in the place of one step of the right way. Each replaces
/// one thing: which coordinates a distance sees, which distance wins, whose labels the update uses,
/// or what becomes of the sum of a cluster.
public enum KMeansMistake {
  /// None.
  NONE("none", ""),
  /// The distance sees the first coordinate alone.
  ONE_COORDINATE("one-coordinate", "distance by the first coordinate alone"),
  /// `argmax` where `argmin` belongs.
  FARTHEST("farthest", "argmax for argmin"),
  /// The update uses the labels from before the assignment.
  STALE_LABELS("stale-labels", "the labels of before"),
  /// The sum is not divided.
  SUM_FOR_MEAN("sum-for-mean", "the sum for the mean"),
  /// The labels are left out.
  MEAN_OF_ALL("mean-of-all-points", "the mean of all points"),
  /// The sum is divided by the number of all points.
  OVER_ALL("over-all-points", "divided by all points"),
  /// A cluster without points is divided by 0.
  EMPTY_MEAN("empty-mean", "the mean of an empty cluster"),
  /// A cluster without points goes to the origin.
  EMPTY_ZERO("empty-zero", "an empty cluster goes to the origin"),
  /// The centroid goes half the way.
  HALF_WAY("half-way", "half the way to the mean");

  private final String id;
  private final String title;

  KMeansMistake(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /// Its name in files.
  public String id() {
    return id;
  }

  /// Its name for people.
  public String title() {
    return title;
  }

  /// The coordinates that a distance sees.
  double[] seen(double[] point) {
    return this == ONE_COORDINATE ? Arrays.copyOf(point, 1) : point;
  }

  /// The same of several points.
  double[][] seen(double[][] points) {
    return this == ONE_COORDINATE
        ? Arrays.stream(points).map(this::seen).toArray(double[][]::new)
        : points;
  }

  /// Which of the distances decides.
  Operation.Extreme winner() {
    return this == FARTHEST ? Operation.Extreme.GREATEST : Operation.Extreme.LEAST;
  }

  /// [KMeans#assign], with the mistake in it.
  KMeans.Assignment assign(double[][] points, double[][] centroids) {
    return this == FARTHEST
        ? farthest(points, centroids)
        : KMeans.assign(seen(points), seen(centroids));
  }

  private static KMeans.Assignment farthest(double[][] points, double[][] centroids) {
    var labels = new int[points.length];
    double inertia = 0;
    for (int i = 0; i < points.length; i++) {
      for (int j = 1; j < centroids.length; j++) {
        double squared = KMeans.squaredDistance(points[i], centroids[j]);
        if (squared > KMeans.squaredDistance(points[i], centroids[labels[i]])) {
          labels[i] = j;
        }
      }
      inertia += KMeans.squaredDistance(points[i], centroids[labels[i]]);
    }
    return new KMeans.Assignment(labels, inertia, 0);
  }

  /// The labels that the update uses.
  int[] grouping(int[] labels, int[] labelsBefore) {
    return this == STALE_LABELS ? labelsBefore : labels;
  }

  /// [KMeans#update], with the mistake in it.
  ///
  /// @param labels those that [#grouping] gives
  double[][] update(double[][] points, int[] labels, double[][] centroids) {
    if (this == NONE || this == STALE_LABELS) {
      return KMeans.update(points, labels, centroids);
    }
    var moved = new double[centroids.length][];
    for (int j = 0; j < moved.length; j++) {
      moved[j] = moved(points, KMeans.members(points, labels, j), centroids[j]);
    }
    return moved;
  }

  private double[] moved(double[][] points, KMeans.Members members, double[] before) {
    if (this == MEAN_OF_ALL) {
      return KMeans.members(points, new int[points.length], 0).mean();
    }
    if (members.size() == 0) {
      return switch (this) {
        case EMPTY_MEAN -> members.mean();
        case EMPTY_ZERO, SUM_FOR_MEAN, OVER_ALL -> members.sum();
        default -> before;
      };
    }
    var moved = new double[before.length];
    for (int c = 0; c < moved.length; c++) {
      double sum = members.sum()[c];
      moved[c] =
          switch (this) {
            case SUM_FOR_MEAN -> sum;
            case OVER_ALL -> sum / points.length;
            case HALF_WAY -> (before[c] + sum / members.size()) / 2;
            default -> sum / members.size();
          };
    }
    return moved;
  }

  /// What a centroid becomes, in words: `the mean of its 5 points`.
  String result(String points) {
    return switch (this) {
      case SUM_FOR_MEAN -> "sum of its " + points + ", not divided,";
      case MEAN_OF_ALL -> "mean of all points, whatever their labels,";
      case OVER_ALL -> "sum of its " + points + ", divided by the number of all points,";
      case HALF_WAY -> "middle between its place and the mean of its " + points;
      case STALE_LABELS -> "mean of the " + points + " that it had before this assignment";
      default -> "mean of its " + points;
    };
  }
}
