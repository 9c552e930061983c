package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.kmeans.KMeansFrame.Clustering;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.Set;

/// The steps inside an update: one a centroid, and inside that one a coordinate of the mean.
///
/// @param before how things stand before the update
/// @param moved the centroids after it
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
record UpdateSteps(KMeansFrame before, double[][] moved) {

  private KMeansProblem problem() {
    return before.problem();
  }

  private Clustering assigned() {
    return before.clustering();
  }

  /// The update as one step.
  Step<KMeansFrame> whole(Set<Condition> conditions) {
    var focus = new UpdateFocus.Updated(KMeans.movement(assigned().centroids(), moved));
    return frame(moved, focus)
        .step("Update")
        .meeting(conditions)
        .opening(() -> Run.indexed(moved.length, this::centroid));
  }

  private Step<KMeansFrame> centroid(int j) {
    var way = problem().mistake();
    int[] grouping = way.grouping(assigned().labels(), assigned().labelsBefore());
    int size = KMeans.members(problem().points(), grouping, j).size();
    double[] earlier = assigned().centroids()[j];
    var step =
        frame(upTo(j + 1), new UpdateFocus.CentroidUpdated(j, size, earlier, moved[j]))
            .step("centroid " + (j + 1));
    return size == 0
        ? step.meeting(Set.of(KMeansConditions.EMPTY_CLUSTER))
        : step.opening(() -> Run.indexed(moved[j].length, dimension -> mean(j, dimension, size)));
  }

  private Step<KMeansFrame> mean(int j, int dimension, int size) {
    double[] earlier = assigned().centroids()[j];
    var focus =
        new UpdateFocus.MeanTaken(j, dimension, size, earlier[dimension], moved[j][dimension]);
    var centroids = upTo(j);
    var partly = earlier.clone();
    System.arraycopy(moved[j], 0, partly, 0, dimension + 1);
    centroids[j] = partly;
    return frame(centroids, focus).step("coordinate " + (dimension + 1));
  }

  /// The centroids when only those below a limit have moved.
  private double[][] upTo(int limit) {
    var centroids = assigned().centroids().clone();
    System.arraycopy(moved, 0, centroids, 0, limit);
    return centroids;
  }

  private KMeansFrame frame(double[][] centroids, Focus focus) {
    var clustering =
        new Clustering(
            centroids,
            assigned().labels(),
            assigned().labelsBefore(),
            assigned().trail(),
            assigned().inertias(),
            assigned().iteration());
    return before.at(clustering, focus);
  }
}
