package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.run.Condition;
import java.util.List;

/// What a k-means run can be paused at.
public final class KMeansConditions {
  /// A point is exactly as near to another centroid.
  public static final Condition TIE = new Condition("tie", "A tie between centroids");

  /// A cluster has no points.
  public static final Condition EMPTY_CLUSTER =
      new Condition("empty-cluster", "A cluster is empty");

  /// A point that had a cluster changes it.
  public static final Condition POINT_MOVES =
      new Condition("point-moves", "A point changes its cluster");

  /// The inertia falls by less than 1 % from one iteration to the next.
  public static final Condition INERTIA_STALLS =
      new Condition("inertia-stalls", "The inertia falls by less than 1 %");

  /// The iterations ran out.
  public static final Condition NOT_CONVERGED =
      new Condition("not-converged", "The iterations run out");

  /// All of them, in the order of a menu.
  public static final List<Condition> ALL =
      List.of(POINT_MOVES, TIE, EMPTY_CLUSTER, INERTIA_STALLS, NOT_CONVERGED);

  private KMeansConditions() {}
}
