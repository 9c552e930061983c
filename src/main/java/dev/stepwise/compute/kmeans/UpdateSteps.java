package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.kmeans.KMeansFrame.Clustering;
import dev.stepwise.compute.kmeans.KMeansFrame.Focus;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.List;
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
    var focus = new Focus.Updated(KMeans.movement(assigned().centroids(), moved));
    var frame = frame(moved, focus);
    return new Step<>(
        "update",
        "Update",
        KMeansNarration.updated(frame, focus),
        Line.UPDATE,
        List.of("X", "labels", "centroids"),
        List.of("new_centroids"),
        conditions,
        frame,
        () -> Run.indexed(moved.length, this::centroid));
  }

  private Step<KMeansFrame> centroid(int j) {
    var members = KMeans.members(problem().points(), assigned().labels(), j);
    boolean empty = members.size() == 0;
    double[] earlier = assigned().centroids()[j];
    var focus = new Focus.CentroidUpdated(j, members.size(), earlier, moved[j]);
    var frame = frame(upTo(j + 1), focus);
    return new Step<>(
        "centroid",
        "centroid " + (j + 1),
        KMeansNarration.centroidUpdated(frame, focus),
        empty ? Line.KEEP_EMPTY : Line.MEAN,
        empty ? List.of("labels", "centroids") : List.of("X", "labels"),
        List.of("new_centroids"),
        empty ? Set.of(KMeansConditions.EMPTY_CLUSTER) : Set.of(),
        frame,
        empty
            ? null
            : () -> Run.indexed(moved[j].length, dimension -> mean(j, dimension, members)));
  }

  private Step<KMeansFrame> mean(int j, int dimension, KMeans.Members members) {
    double[] earlier = assigned().centroids()[j];
    var focus =
        new Focus.MeanTaken(
            j,
            dimension,
            members.size(),
            members.sum()[dimension],
            earlier[dimension],
            moved[j][dimension]);
    var centroids = upTo(j);
    var partly = earlier.clone();
    System.arraycopy(moved[j], 0, partly, 0, dimension + 1);
    centroids[j] = partly;
    var frame = frame(centroids, focus);
    return new Step<>(
        "mean",
        "coordinate " + (dimension + 1),
        KMeansNarration.meanTaken(frame, focus),
        Line.MEAN,
        List.of("X", "labels"),
        List.of("new_centroids"),
        Set.of(),
        frame,
        null);
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
