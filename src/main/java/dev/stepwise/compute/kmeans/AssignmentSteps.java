package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.kmeans.KMeansFrame.Clustering;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// The steps inside an assignment: one a point, and inside that one a distance.
///
/// @param after how things stand after the assignment
record AssignmentSteps(KMeansFrame after) {

  private Clustering assigned() {
    return after.clustering();
  }

  /// Whether a point that had a cluster changed it.
  static boolean pointMoves(Clustering assigned) {
    return assigned.labelsBefore()[0] >= 0
        && !Arrays.equals(assigned.labelsBefore(), assigned.labels());
  }

  /// The assignment as one step.
  Step<KMeansFrame> whole(Set<Condition> conditions) {
    int changed = KMeans.changed(assigned().labelsBefore(), assigned().labels());
    return after
        .at(assigned(), new AssignmentFocus.Assigned(changed))
        .step("Assign")
        .meeting(conditions)
        .opening(this::points);
  }

  /// One step a point.
  Run<KMeansFrame> points() {
    return Run.indexed(assigned().labels().length, this::point);
  }

  private Step<KMeansFrame> point(int i) {
    double[] point = after.problem().points()[i];
    var way = after.problem().mistake();
    double[] distances = KMeans.distances(way.seen(point), way.seen(assigned().centroids()));
    int label = assigned().labels()[i];
    int before = assigned().labelsBefore()[i];
    boolean tie = tie(point, label);
    var conditions = new HashSet<Condition>();
    if (tie) {
      conditions.add(KMeansConditions.TIE);
    }
    if (before >= 0 && before != label) {
      conditions.add(KMeansConditions.POINT_MOVES);
    }
    var focus = new AssignmentFocus.PointAssigned(i, distances, label, before, tie);
    return after
        .at(upTo(i + 1), focus)
        .step("point " + (i + 1))
        .meeting(conditions)
        .opening(() -> Run.indexed(distances.length, j -> distance(i, j, distances)));
  }

  private Step<KMeansFrame> distance(int i, int j, double[] distances) {
    var focus = new AssignmentFocus.DistanceMeasured(i, j, Arrays.copyOf(distances, j + 1));
    return after.at(upTo(i), focus).step("centroid " + (j + 1));
  }

  private boolean tie(double[] point, int label) {
    var way = after.problem().mistake();
    double[][] centroids = way.seen(assigned().centroids());
    double least = KMeans.squaredDistance(way.seen(point), centroids[label]);
    for (int j = label + 1; j < centroids.length; j++) {
      if (KMeans.squaredDistance(way.seen(point), centroids[j]) == least) {
        return true;
      }
    }
    return false;
  }

  /// How things stand when only the points below a limit have been assigned: the inertia of this
  /// assignment is not known yet.
  private Clustering upTo(int limit) {
    var labels = assigned().labelsBefore().clone();
    System.arraycopy(assigned().labels(), 0, labels, 0, limit);
    return new Clustering(
        assigned().centroids(),
        labels,
        assigned().labelsBefore(),
        assigned().trail(),
        assigned().inertias().subList(0, assigned().inertias().size() - 1),
        assigned().iteration());
  }
}
