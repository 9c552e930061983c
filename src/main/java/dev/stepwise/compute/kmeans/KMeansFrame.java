package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.linear.PrincipalComponents;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Once;
import dev.stepwise.compute.run.Value;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What k-means shows at a step: the clustering as it stands after the step, and what the step
/// looks at. The arrays are shared and never written to.
///
/// @param problem the points and settings
/// @param clustering how things stand after the step
/// @param focus what the step looks at
/// @param plane the first two principal components of the points, on which points of more than two
///   dimensions are drawn; computed once for a run, when they are first asked for
public record KMeansFrame(
    KMeansProblem problem, Clustering clustering, Focus focus, Once<PrincipalComponents> plane)
    implements Frame {

  /// The frame of another step of the same run.
  KMeansFrame at(Clustering standing, Focus looking) {
    return new KMeansFrame(problem, standing, looking, plane);
  }

  /// Whether the points have more dimensions than a picture.
  public boolean isFlattened() {
    return problem.points()[0].length > 2;
  }

  @Override
  public void prepare() {
    if (isFlattened()) {
      plane.get();
    }
  }

  /// How things stand.
  ///
  /// @param centroids those placed so far: fewer than k rows while they are being drawn
  /// @param labels the cluster of each point from 0; -1 for a point that no step has assigned yet
  /// @param labelsBefore the labels before this iteration's assignment; equal to `labels` elsewhere
  /// @param trail the centroids at the start and after each finished iteration, oldest first; its
  ///   last entry is equal to `centroids` except while an update is under way
  /// @param inertias the inertia at each assignment so far, oldest first: entry t is the sum of
  ///   squared distances that iteration t + 1 found to the centroids it started from; after
  ///   convergence one more, for the final centroids
  /// @param iteration the iteration under way from 1; 0 while initialising
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Clustering(
      double[][] centroids,
      int[] labels,
      int[] labelsBefore,
      List<double[][]> trail,
      List<Double> inertias,
      int iteration) {}

  /// What a step looks at.
  public sealed interface Focus {
    /// All the initial centroids.
    record Initialised() implements Focus {}

    /// One draw of an initial centroid.
    ///
    /// @param centroid which one, from 0
    /// @param point the point that became the centroid; -1 for a centroid placed by hand
    /// @param draw the numbers behind it; null for one placed by hand
    record Drawn(int centroid, int point, @Nullable Draw draw) implements Focus {}

    /// A part of a draw: the squared distances, the cumulative weights, or where the random number
    /// falls.
    record DrawPart(int centroid, int point, Draw draw, Part part) implements Focus {}

    /// Which part of a draw.
    enum Part {
      SQUARED_DISTANCES,
      CUMULATIVE_WEIGHTS,
      RANDOM_NUMBER
    }

    /// A whole iteration.
    ///
    /// @param changed how many points changed their cluster
    /// @param movement the Frobenius norm of the centroids' change
    record Iterated(int changed, double movement) implements Focus {}

    /// The assignment of every point.
    record Assigned(int changed) implements Focus {}

    /// The assignment of one point.
    ///
    /// @param distances to each centroid
    /// @param tie whether another centroid is exactly as near as the one chosen
    @SuppressWarnings("ArrayRecordComponent") // shared on purpose
    record PointAssigned(int point, double[] distances, int label, int labelBefore, boolean tie)
        implements Focus {}

    /// One distance of one point.
    ///
    /// @param distances to the centroids up to and including this one
    @SuppressWarnings("ArrayRecordComponent") // shared on purpose
    record DistanceMeasured(int point, int centroid, double[] distances) implements Focus {}

    /// The update of every centroid.
    record Updated(double movement) implements Focus {}

    /// The update of one centroid, or inside it the mean.
    ///
    /// @param size how many points it has; where 0 it keeps its place
    @SuppressWarnings("ArrayRecordComponent") // shared on purpose
    record CentroidUpdated(int centroid, int size, double[] before, double[] after)
        implements Focus {}

    /// The mean of one coordinate of one centroid.
    record MeanTaken(int centroid, int dimension, int size, double sum, double before, double after)
        implements Focus {}

    /// The end.
    ///
    /// @param converged whether the centroids moved at most the tolerance; else the iterations ran
    ///   out
    record Finished(boolean converged, int iterations, double inertia, double movement)
        implements Focus {}
  }

  /// The numbers behind one draw. With the random start every weight is 1, or 0 for a point already
  /// taken.
  ///
  /// @param weights of each point: D², its squared distance to the nearest centroid so far
  /// @param cumulative the running sums of the weights
  /// @param random the random number in [0, 1)
  /// @param target `random · total`: the chosen point is the first whose cumulative weight exceeds
  ///   it
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Draw(double[] weights, double[] cumulative, double random, double target) {}

  @Override
  public SequencedMap<String, Value> variables() {
    return KMeansVariables.of(this);
  }
}
