package dev.stepwise.view.kmeans;

import dev.stepwise.compute.kmeans.KMeans;
import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.kmeans.KMeansFrame.Draw;
import dev.stepwise.compute.kmeans.KMeansFrame.Focus;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.view.Element;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.kmeans.KMeansElement.OfCentroid;
import dev.stepwise.view.kmeans.KMeansElement.OfDistance;
import dev.stepwise.view.kmeans.KMeansElement.OfInertia;
import dev.stepwise.view.kmeans.KMeansElement.OfPoint;
import dev.stepwise.view.kmeans.KMeansElement.OfSize;
import dev.stepwise.view.kmeans.KMeansElement.OfWeight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Answers "why this number?" for k-means, from the frame alone. What it says is computed again from
/// the points and centroids, so it can be checked by hand.
final class KMeansExplainer {
  private static final int MOST_LIT = 400;

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
    String title = "Point " + (i + 1);
    String place = "It lies at " + coordinates(points[i]) + ".";
    if (centroids.length == 0) {
      return new Explanation(new Narration(title, place), Set.of());
    }
    var distances = KMeans.distances(points[i], centroids);
    int nearest = nearest(distances);
    var rows = new ArrayList<List<String>>();
    for (int j = 0; j < distances.length; j++) {
      rows.add(
          List.of(
              Integer.toString(j + 1),
              Numbers.text(distances[j]),
              j == nearest ? "nearest" : ""));
    }
    String belongs =
        labels[i] < 0
            ? " No step has assigned it yet."
            : labels[i] == nearest
                ? " It is in cluster %d, whose centroid is nearest.".formatted(labels[i] + 1)
                : " It is in cluster %d by the last assignment; the centroids have moved since, and the next one takes it to cluster %d."
                    .formatted(labels[i] + 1, nearest + 1);
    var narration =
        new Narration(
            title,
            place + belongs,
            Formulas.distance(points[i], centroids[nearest], nearest),
            new Table(List.of("cluster", "distance", ""), rows, nearest));
    Set<Element> sources = new HashSet<>();
    IntStream.range(0, centroids.length).forEach(j -> sources.add(new OfCentroid(j)));
    return new Explanation(narration, sources);
  }

  private Explanation distance(int i, int j) {
    var narration =
        new Narration(
            "From point %d to centroid %d".formatted(i + 1, j + 1),
            points[i].length > 2
                ? "The Euclidean distance, over all %d dimensions.".formatted(points[i].length)
                : "The Euclidean distance: the root of the squared differences, added up.",
            Formulas.distance(points[i], centroids[j], j));
    return new Explanation(narration, Set.of(new OfPoint(i), new OfCentroid(j)));
  }

  private Explanation centroid(int j) {
    String title = "Centroid " + (j + 1);
    for (var grouping : List.of(labels, frame.clustering().labelsBefore())) {
      var members = KMeans.members(points, grouping, j);
      if (members.size() > 0 && isMean(members, centroids[j])) {
        String caption =
            "It is the mean of the %d %s assigned to it, coordinate by coordinate."
                .formatted(members.size(), members.size() == 1 ? "point" : "points");
        return new Explanation(
            new Narration(title, caption, Formulas.mean(members, j)), members(grouping, j));
      }
    }
    boolean empty = frame.clustering().iteration() > 0 && KMeans.members(points, labels, j).size() == 0;
    String caption =
        empty
            ? "No point is assigned to it, and the mean of no points would be 0 / 0, not a number. So it keeps its place at %s."
                .formatted(coordinates(centroids[j]))
            : "It was placed at %s to start with; the first update has not moved it yet."
                .formatted(coordinates(centroids[j]));
    var start =
        IntStream.range(0, points.length)
            .filter(i -> Arrays.equals(points[i], centroids[j]))
            .limit(1)
            .mapToObj(i -> (Element) new OfPoint(i))
            .toList();
    return new Explanation(new Narration(title, caption), new HashSet<>(start));
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
          List.of(
              Integer.toString(j + 1), Integer.toString(sizes[j]), Numbers.text(shares[j])));
    }
    var narration =
        new Narration(
            "Inertia at assignment " + (t + 1),
            "Each point's squared distance to its nearest centroid, added up. Assigning can only lower it, and so can moving each centroid to its mean.",
            List.of(
                "\\sum_i \\lVert x_i-\\mu_{c(i)}\\rVert^2="
                    + Formulas.sum(shares)
                    + "=\\mathbf{"
                    + Numbers.latex(assignment.inertia())
                    + "}"),
            new Table(List.of("cluster", "points", "squared distances"), rows, -1));
    Set<Element> sources = new HashSet<>();
    IntStream.range(0, centroids.length).forEach(j -> sources.add(new OfCentroid(j)));
    return new Explanation(narration, sources);
  }

  private Explanation size(int j) {
    long size = IntStream.of(labels).filter(label -> label == j).count();
    String caption =
        size == 0
            ? "No point has centroid %d as its nearest: the cluster is empty.".formatted(j + 1)
            : "%d of %d points have centroid %d as their nearest."
                .formatted(size, labels.length, j + 1);
    return new Explanation(new Narration("Size of cluster " + (j + 1), caption), members(labels, j));
  }

  private Explanation weight(int i, Draw draw) {
    double total = draw.cumulative()[draw.cumulative().length - 1];
    double weight = draw.weights()[i];
    var narration =
        new Narration(
            "Weight of point " + (i + 1),
            "Its chance of being drawn is its weight divided by the sum of all weights.",
            List.of(
                "P(%d)=\\frac{%s}{%s}=\\mathbf{%s}"
                    .formatted(
                        i + 1,
                        Numbers.latex(weight),
                        Numbers.latex(total),
                        total == 0 ? "0" : Numbers.latex(weight / total))));
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
