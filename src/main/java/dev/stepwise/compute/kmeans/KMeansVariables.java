package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.kmeans.KMeansFrame.Draw;
import dev.stepwise.compute.kmeans.KMeansFrame.Focus;
import dev.stepwise.compute.kmeans.KMeansFrame.Focus.Part;
import dev.stepwise.compute.run.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The variables of the listing at a step.
final class KMeansVariables {
  private KMeansVariables() {}

  static SequencedMap<String, Value> of(KMeansFrame frame) {
    var variables = new LinkedHashMap<String, Value>();
    var problem = frame.problem();
    var clustering = frame.clustering();
    variables.put("X", new Value.Matrix(problem.points()));
    if (clustering.iteration() == 0) {
      variables.put("k", new Value.Whole(problem.k()));
    }
    boolean updating =
        switch (frame.focus()) {
          case Focus.Updated _, Focus.CentroidUpdated _, Focus.MeanTaken _ -> true;
          default -> false;
        };
    var centroids = updating ? clustering.trail().getLast() : clustering.centroids();
    variables.put("centroids", new Value.Matrix(centroids));
    if (clustering.iteration() > 0) {
      variables.put("iteration", new Value.Whole(clustering.iteration()));
      variables.put("labels", new Value.Labels(clustering.labels()));
    }
    if (!clustering.inertias().isEmpty()) {
      variables.put("inertia", new Value.Scalar(clustering.inertias().getLast()));
    }
    if (updating) {
      variables.put("new_centroids", new Value.Matrix(clustering.centroids()));
    }
    addFocus(variables, frame);
    return variables;
  }

  private static void addFocus(SequencedMap<String, Value> variables, KMeansFrame frame) {
    var problem = frame.problem();
    switch (frame.focus()) {
      case Focus.Initialised _, Focus.Assigned _ -> {}
      case Focus.Drawn(int j, int point, Draw draw) -> {
        variables.put("j", new Value.Whole(j));
        if (draw != null) {
          addDraw(variables, draw, point, Part.RANDOM_NUMBER);
        }
      }
      case Focus.DrawPart(int j, int point, Draw draw, Part part) -> {
        variables.put("j", new Value.Whole(j));
        addDraw(variables, draw, point, part);
      }
      case Focus.Iterated(_, double movement) ->
          variables.put("movement", new Value.Scalar(movement));
      case Focus.PointAssigned point -> addPoint(variables, frame, point.point(), problem.k());
      case Focus.DistanceMeasured distance ->
          addPoint(variables, frame, distance.point(), distance.centroid() + 1);
      case Focus.Updated(double movement) -> variables.put("movement", new Value.Scalar(movement));
      case Focus.CentroidUpdated centroid ->
          variables.put("j", new Value.Whole(centroid.centroid()));
      case Focus.MeanTaken mean -> variables.put("j", new Value.Whole(mean.centroid()));
      case Focus.Finished finished -> {
        variables.put("movement", new Value.Scalar(finished.movement()));
        variables.put("converged", new Value.Flag(finished.converged()));
      }
    }
  }

  private static void addDraw(
      SequencedMap<String, Value> variables, Draw draw, int point, Part part) {
    variables.put("weights", new Value.Vector(draw.weights()));
    if (part == Part.SQUARED_DISTANCES) {
      return;
    }
    variables.put("cumulative", new Value.Vector(draw.cumulative()));
    if (part == Part.RANDOM_NUMBER) {
      variables.put("r", new Value.Scalar(draw.random()));
      variables.put("target", new Value.Scalar(draw.target()));
      variables.put("i", new Value.Whole(point));
    }
  }

  private static void addPoint(
      SequencedMap<String, Value> variables, KMeansFrame frame, int i, int measured) {
    double[] point = frame.problem().points()[i];
    var squared =
        Arrays.stream(frame.clustering().centroids(), 0, measured)
            .mapToDouble(centroid -> KMeans.squaredDistance(point, centroid))
            .toArray();
    variables.put("i", new Value.Whole(i));
    variables.put("X[i]", new Value.Vector(point));
    variables.put("squared[i]", new Value.Vector(squared));
    variables.put(
        "np.sqrt(squared[i])", new Value.Vector(Arrays.stream(squared).map(Math::sqrt).toArray()));
  }
}
