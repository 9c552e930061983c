package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.linear.PrincipalComponents;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Once;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

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
    return problem.dimensions() > 2;
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

  /// The numbers behind one draw. With the random start every weight is 1, or 0 for a point already
  /// taken.
  ///
  /// @param weighing how the points are weighed
  /// @param weights of each point: D², its squared distance to the nearest centroid so far
  /// @param cumulative the running sums of the weights
  /// @param random the random number in [0, 1)
  /// @param target `random · total`: the chosen point is the first whose cumulative weight exceeds
  ///   it
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Draw(
      Weighing weighing, double[] weights, double[] cumulative, double random, double target) {
    /// How the points are weighed.
    public enum Weighing {
      /// Each the same.
      EVEN,
      /// By the squared distance to the nearest centroid so far.
      SQUARED
    }

    /// The length of all weights laid end to end.
    double total() {
      return cumulative[cumulative.length - 1];
    }

    /// Whether nothing has weight, because every point lies on a centroid.
    boolean isWeightless() {
      return total() == 0;
    }

    /// Adds what is known of it once a part of it is done.
    void addTo(Map<String, Value> variables, int point, SeedingFocus.Part part) {
      variables.put("weights", new Value.Vector(weights));
      if (part != SeedingFocus.Part.SQUARED_DISTANCES) {
        variables.put("cumulative", new Value.Vector(cumulative));
      }
      if (part == SeedingFocus.Part.RANDOM_NUMBER) {
        variables.put("r", new Value.Scalar(random));
        variables.put("target", new Value.Scalar(target));
        variables.put("i", new Value.Whole(point));
      }
    }
  }

  @Override
  public SequencedMap<String, Value> variables() {
    var variables = new LinkedHashMap<String, Value>();
    variables.put("X", new Value.Matrix(problem.points()));
    if (clustering.iteration() == 0) {
      variables.put("k", new Value.Whole(problem.k()));
    }
    variables.put("centroids", new Value.Matrix(centroids()));
    if (clustering.iteration() > 0) {
      variables.put("iteration", new Value.Whole(clustering.iteration()));
      variables.put("labels", new Value.Labels(clustering.labels()));
    }
    if (!clustering.inertias().isEmpty()) {
      variables.put("inertia", new Value.Scalar(clustering.inertias().getLast()));
    }
    if (focus instanceof UpdateFocus) {
      variables.put("new_centroids", new Value.Matrix(clustering.centroids()));
    }
    focus.addTo(variables, this);
    return variables;
  }

  /// The variable `centroids` of the listing: while they move, those before the update.
  private double[][] centroids() {
    return focus instanceof UpdateFocus ? clustering.trail().getLast() : clustering.centroids();
  }

  /// The centroids by which the points have their labels.
  double[][] assigning() {
    return isIterated() ? clustering.trail().get(clustering.trail().size() - 2) : centroids();
  }

  /// One of their coordinates: a variable of the frame unless the iteration has moved them since.
  Operand assigningCoordinate(double value, int centroid, int dimension) {
    return isIterated()
        ? Operand.constant(value)
        : Operand.at(value, "centroids", centroid, dimension);
  }

  /// Whether the centroids have moved since the points got their labels.
  boolean isIterated() {
    return focus instanceof IterationFocus.Iterated;
  }

  /// The labels whose means the centroids are; -1 each where the centroids were placed.
  int[] labelsBehindCentroids() {
    return isIterated() ? clustering.labels() : clustering.labelsBefore();
  }

  /// Whether a point has still the label of the assignment before.
  boolean isAwaitingAssignment(int point) {
    return switch (focus) {
      case AssignmentFocus.PointAssigned assigned -> point > assigned.point();
      case AssignmentFocus.DistanceMeasured measured -> point >= measured.point();
      default -> false;
    };
  }

  /// Whether the update that is under way has moved a coordinate of a centroid.
  boolean hasMoved(int centroid, int dimension) {
    return switch (focus) {
      case UpdateFocus.CentroidUpdated updated -> centroid <= updated.centroid();
      case UpdateFocus.MeanTaken(int at, int upTo, _, _, _) ->
          centroid < at || (centroid == at && dimension <= upTo);
      default -> true;
    };
  }

  @Override
  public Narration narration() {
    return focus.narration(this);
  }

  @Override
  public List<Ref> written() {
    return focus.written(this);
  }

  /// Its step.
  Step<KMeansFrame> step(String crumb) {
    return Step.of(focus.kind(), crumb, this);
  }
}
