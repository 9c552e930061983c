package dev.stepwise.view.kmeans;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.kmeans.KMeans;
import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.kmeans.KMeansFrame.Draw;
import dev.stepwise.compute.kmeans.KMeansFrame.Focus;
import dev.stepwise.compute.kmeans.KMeansNarration;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.kmeans.KMeansElement.OfCentroid;
import dev.stepwise.view.kmeans.KMeansElement.OfDistance;
import dev.stepwise.view.kmeans.KMeansElement.OfInertia;
import dev.stepwise.view.kmeans.KMeansElement.OfPoint;
import dev.stepwise.view.kmeans.KMeansElement.OfSize;
import dev.stepwise.view.kmeans.KMeansElement.OfWeight;
import dev.stepwise.view.marks.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Answers "why this number?" for k-means, from the frame alone. What it says is computed again
/// from the points and centroids, so it can be checked by hand.
final class KMeansExplainer {
  private static final int MOST_LIT = 400;
  private static final int TERMS_SHOWN = 4;

  private final KMeansFrame frame;
  private final double[][] points;
  private final double[][] centroids;
  private final int[] labels;

  KMeansExplainer(KMeansFrame frame) {
    this.frame = frame;
    this.points = frame.problem().points();
    this.centroids = frame.clustering().centroids();
    this.labels = frame.clustering().labels();
  }

  Optional<Explanation> explain(Element element) {
    if (!(element instanceof KMeansElement asked)) {
      return Optional.empty();
    }
    return switch (asked) {
      case OfPoint(int i) -> Optional.of(point(i));
      case OfCentroid(int j) -> Optional.of(centroid(j));
      case OfDistance(int i, int j) -> Optional.of(distance(i, j));
      case OfInertia(int t) -> Optional.of(inertia(t));
      case OfSize(int j) -> Optional.of(size(j));
      case OfWeight(int i) -> draw().map(draw -> weight(i, draw));
    };
  }

  private Explanation point(int i) {
    if (centroids.length == 0) {
      String caption =
          "It lies at %s. No centroid is placed yet.".formatted(coordinates(points[i]));
      return new Explanation(new Narration("Point " + (i + 1), caption), Set.of());
    }
    var distances = KMeans.distances(points[i], centroids);
    int nearest = nearest(distances);
    boolean tie =
        IntStream.range(nearest + 1, distances.length)
            .anyMatch(j -> distances[j] == distances[nearest]);
    var measured =
        KMeansNarration.pointAssigned(
            frame, new Focus.PointAssigned(i, distances, nearest, nearest, tie));
    String belongs =
        labels[i] < 0
            ? "No step has assigned it yet. "
            : labels[i] == nearest
                ? "It is in cluster %d. ".formatted(labels[i] + 1)
                : "It is in cluster %d by the last assignment; where the centroids are now, that of cluster %d is nearest. "
                    .formatted(labels[i] + 1, nearest + 1);
    var narration =
        new Narration(
            "Point " + (i + 1),
            belongs + measured.caption() + known(i),
            measured.formulas(),
            measured.table());
    return new Explanation(narration, allCentroids());
  }

  private String known(int i) {
    var classes = frame.problem().names().classes();
    return classes.isEmpty()
        ? ""
        : " It is known to be %s, which the algorithm never sees.".formatted(classes.get(i));
  }

  private Explanation distance(int i, int j) {
    var measured =
        new Focus.DistanceMeasured(
            i, j, KMeans.distances(points[i], Arrays.copyOf(centroids, j + 1)));
    return new Explanation(
        KMeansNarration.distanceMeasured(frame, measured),
        Set.of(new OfPoint(i), new OfCentroid(j)));
  }

  private Explanation centroid(int j) {
    for (var grouping : List.of(labels, frame.clustering().labelsBefore())) {
      var members = KMeans.members(points, grouping, j);
      if (members.size() > 0 && isMean(members, centroids[j])) {
        var trail = frame.clustering().trail();
        double[] before = trail.size() > 1 ? trail.get(trail.size() - 2)[j] : centroids[j];
        var focus = new Focus.CentroidUpdated(j, members.size(), before, centroids[j]);
        return new Explanation(KMeansNarration.centroidUpdated(frame, focus), members(grouping, j));
      }
    }
    // While points are being assigned, the centroids are those of the update before.
    boolean assigning =
        switch (frame.focus()) {
          case Focus.Assigned _, Focus.PointAssigned _, Focus.DistanceMeasured _ -> true;
          default -> false;
        };
    int updates = frame.clustering().iteration() - (assigning ? 1 : 0);
    int[] grouping = assigning ? frame.clustering().labelsBefore() : labels;
    boolean empty = updates > 0 && KMeans.members(points, grouping, j).size() == 0;
    if (empty) {
      var focus = new Focus.CentroidUpdated(j, 0, centroids[j], centroids[j]);
      return new Explanation(KMeansNarration.centroidUpdated(frame, focus), Set.of());
    }
    boolean touched = !Arrays.equals(centroids[j], frame.clustering().trail().getLast()[j]);
    if (updates > 0 && touched) {
      String underWay =
          "It is on its way to the mean of its %d points, one coordinate after the other, and stands at %s."
              .formatted(KMeans.members(points, labels, j).size(), coordinates(centroids[j]));
      return new Explanation(new Narration("Centroid " + (j + 1), underWay), members(labels, j));
    }
    String caption =
        "It was placed at %s to start with; no update has moved it yet."
            .formatted(coordinates(centroids[j]));
    return new Explanation(new Narration("Centroid " + (j + 1), caption), pointsAt(centroids[j]));
  }

  private Set<Element> pointsAt(double[] place) {
    return IntStream.range(0, points.length)
        .filter(i -> Arrays.equals(points[i], place))
        .limit(1)
        .mapToObj(OfPoint::new)
        .collect(Collectors.toSet());
  }

  private Set<Element> allCentroids() {
    return IntStream.range(0, centroids.length)
        .mapToObj(OfCentroid::new)
        .collect(Collectors.toSet());
  }

  private static boolean isMean(KMeans.Members members, double[] centroid) {
    for (int d = 0; d < centroid.length; d++) {
      double mean = members.sum()[d] / members.size();
      if (Math.abs(mean - centroid[d]) > 1e-9 * Math.max(1, Math.abs(mean))) {
        return false;
      }
    }
    return true;
  }

  private Set<Element> members(int[] grouping, int j) {
    Set<Element> members = new HashSet<>();
    for (int i = 0; i < grouping.length && members.size() < MOST_LIT; i++) {
      if (grouping[i] == j) {
        members.add(new OfPoint(i));
      }
    }
    return members;
  }

  /// The inertia that assignment t found: from the centroids that it started from.
  private Explanation inertia(int t) {
    var trail = frame.clustering().trail();
    var origin = t < trail.size() ? trail.get(t) : centroids;
    var assignment = KMeans.assign(points, origin);
    var shares = new double[origin.length];
    for (int i = 0; i < points.length; i++) {
      int label = assignment.labels()[i];
      shares[label] += KMeans.squaredDistance(points[i], origin[label]);
    }
    var sizes = KMeans.sizes(assignment.labels(), origin.length);
    var rows = new ArrayList<List<String>>();
    for (int j = 0; j < shares.length; j++) {
      rows.add(
          List.of(Integer.toString(j + 1), Integer.toString(sizes[j]), Numbers.text(shares[j])));
    }
    var narration =
        new Narration(
            "Inertia at assignment " + (t + 1),
            "Each point's squared distance to its nearest centroid, added up. Assigning can only"
                + " lower it, and so can moving each centroid to its mean.",
            List.of(
                Formula.of("\\sum_i \\lVert x_i-\\mu_{c(i)}\\rVert^2")
                    .is(Term.sum(shares, TERMS_SHOWN))
                    .gives(assignment.inertia())
                    .latex()),
            new Table(List.of("cluster", "points", "squared distances"), rows, -1));
    return new Explanation(narration, allCentroids());
  }

  private Explanation size(int j) {
    long size = IntStream.of(labels).filter(label -> label == j).count();
    boolean all = IntStream.of(labels).noneMatch(label -> label < 0);
    String caption =
        size == 0 && !all
            ? "No point is in cluster %d so far; not all are assigned yet.".formatted(j + 1)
            : size == 0
                ? "No point has centroid %d as its nearest: the cluster is empty.".formatted(j + 1)
                : "%d of %d points have centroid %d as their nearest."
                    .formatted(size, labels.length, j + 1);
    return new Explanation(
        new Narration("Size of cluster " + (j + 1), caption), members(labels, j));
  }

  private Explanation weight(int i, Draw draw) {
    double total = draw.cumulative()[draw.cumulative().length - 1];
    double weight = draw.weights()[i];
    var chance =
        Formula.of("P(%d)".formatted(i + 1)).is(Term.quotient(weight, total)).gives(weight / total);
    var narration =
        total == 0
            ? new Narration(
                "Weight of point " + (i + 1),
                "Every weight is 0, so there is nothing to draw by: the first point not yet taken"
                    + " becomes the centroid.")
            : new Narration(
                "Weight of point " + (i + 1),
                "Its chance of being drawn is its weight divided by the sum of all weights.",
                List.of(chance.latex()));
    return new Explanation(narration, Set.of(new OfPoint(i)));
  }

  private Optional<Draw> draw() {
    return switch (frame.focus()) {
      case Focus.Drawn(_, _, var draw) -> Optional.ofNullable(draw);
      case Focus.DrawPart(_, _, var draw, _) -> Optional.of(draw);
      default -> Optional.empty();
    };
  }

  private static int nearest(double[] distances) {
    int nearest = 0;
    for (int j = 1; j < distances.length; j++) {
      if (distances[j] < distances[nearest]) {
        nearest = j;
      }
    }
    return nearest;
  }

  private static String coordinates(double[] row) {
    int shown = Math.min(row.length, 4);
    var texts = new ArrayList<String>();
    for (int d = 0; d < shown; d++) {
      texts.add(Numbers.text(row[d]));
    }
    if (row.length > shown) {
      texts.add("… %d numbers".formatted(row.length));
    }
    return "(" + String.join(", ", texts) + ")";
  }
}
