package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The assignment of the points to their nearest centroids.
public sealed interface AssignmentFocus extends Focus {

  /// The assignment of every point.
  ///
  /// @param changed how many points changed their cluster
  record Assigned(int changed) implements AssignmentFocus {
    static final StepKind KIND =
        StepKind.of("assign").reads("X", "centroids").writes("labels", "inertia");
    private static final int ROWS_SHOWN = 12;

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(KMeansFrame frame) {
      var caption =
          "Every point goes to its %s centroid. %s; %s."
              .formatted(
                  frame.problem().mistake() == KMeansMistake.FARTHEST ? "farthest" : "nearest",
                  Words.changes(frame, changed),
                  Words.inertia(frame));
      return new Narration(
          "Assign every point",
          caption + Words.allDimensions(frame.problem().dimensions()),
          List.of(Words.inertiaFormula(frame)),
          sizes(frame));
    }

    private static Table sizes(KMeansFrame frame) {
      int[] sizes = KMeans.sizes(frame.clustering().labels(), frame.problem().k());
      var rows = new ArrayList<List<String>>();
      for (int j = 0; j < Math.min(sizes.length, ROWS_SHOWN); j++) {
        rows.add(List.of(Integer.toString(j + 1), Integer.toString(sizes[j])));
      }
      if (sizes.length > ROWS_SHOWN) {
        rows.add(List.of("…", "%d more".formatted(sizes.length - ROWS_SHOWN)));
      }
      return new Table(List.of("cluster", "points"), rows, -1);
    }
  }

  /// The assignment of one point.
  ///
  /// @param distances to each centroid
  /// @param tie whether another centroid is exactly as near as the one chosen
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  record PointAssigned(int point, double[] distances, int label, int labelBefore, boolean tie)
      implements AssignmentFocus {
    static final StepKind KIND =
        StepKind.of("point").at("nearest").reads("squared[i]").writes("labels");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(KMeansFrame frame) {
      var why = new Labels(frame).derivation(point);
      return why.titled(title()).saying(why.sentence() + past()).narration();
    }

    private String title() {
      int number = point + 1;
      int cluster = label + 1;
      if (labelBefore < 0) {
        return "Point %d joins cluster %d".formatted(number, cluster);
      }
      return labelBefore == label
          ? "Point %d stays in cluster %d".formatted(number, cluster)
          : "Point %d moves from cluster %d to cluster %d"
              .formatted(number, labelBefore + 1, cluster);
    }

    private String past() {
      return labelBefore < 0 || labelBefore == label
          ? ""
          : " It was in cluster %d before this assignment.".formatted(labelBefore + 1);
    }

    @Override
    public void addTo(Map<String, Value> variables, KMeansFrame frame) {
      addPoint(variables, frame, point, frame.problem().k());
    }

    @Override
    public List<Ref> written(KMeansFrame frame) {
      return List.of(Ref.of("labels", point));
    }
  }

  /// One distance of one point.
  ///
  /// @param distances to the centroids up to and including this one
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  record DistanceMeasured(int point, int centroid, double[] distances) implements AssignmentFocus {
    static final StepKind KIND =
        StepKind.of("distance").reads("X[i]", "centroids").writes("squared[i]");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(KMeansFrame frame) {
      var why = new Distances(frame, point).derivation(centroid);
      return why.saying(why.sentence() + verdict())
          .tabled(Distances.table(distances, Distances.nearest(distances)))
          .narration();
    }

    private String verdict() {
      int nearest = Distances.nearest(distances);
      return centroid == 0
          ? " It is the first one measured."
          : nearest == centroid
              ? " That is the smallest so far."
              : " Centroid %d is nearer or as near, at %s."
                  .formatted(nearest + 1, Numbers.text(distances[nearest]));
    }

    @Override
    public void addTo(Map<String, Value> variables, KMeansFrame frame) {
      addPoint(variables, frame, point, centroid + 1);
    }

    @Override
    public List<Ref> written(KMeansFrame frame) {
      return List.of(Ref.of(Distances.NAME, centroid));
    }
  }

  private static void addPoint(
      Map<String, Value> variables, KMeansFrame frame, int i, int measured) {
    double[] point = frame.problem().points()[i];
    var way = frame.problem().mistake();
    var squared =
        Arrays.stream(frame.clustering().centroids(), 0, measured)
            .mapToDouble(centroid -> KMeans.squaredDistance(way.seen(point), way.seen(centroid)))
            .toArray();
    variables.put("i", new Value.Whole(i));
    variables.put("X[i]", new Value.Vector(point));
    variables.put(Distances.SQUARED, new Value.Vector(squared));
    variables.put(
        Distances.NAME, new Value.Vector(Arrays.stream(squared).map(Math::sqrt).toArray()));
  }
}
