package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Relation;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.kmeans.KMeansFrame.Focus;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What the steps of the iterations and of the end say. Points, clusters and coordinates are
/// counted from 1.
public final class KMeansNarration {
  private static final int ROWS_SHOWN = 12;
  private static final int SUMMANDS_SHOWN = 4;

  private KMeansNarration() {}

  /// A whole iteration.
  static Narration iterated(KMeansFrame frame) {
    var focus = (Focus.Iterated) frame.focus();
    var clustering = frame.clustering();
    double tolerance = frame.problem().tolerance();
    boolean still = focus.movement() <= tolerance;
    var caption =
        "%s; %s; the centroids move by %s in all, %s the tolerance %s."
            .formatted(
                changes(frame, focus.changed()),
                inertia(clustering.inertias()),
                Numbers.text(focus.movement()),
                still ? "which is at most" : "more than",
                Numbers.text(tolerance));
    return new Narration(
        "Iteration " + clustering.iteration(),
        caption + empty(frame),
        List.of(
            Formula.of("\\sqrt{\\textstyle\\sum_j\\lVert\\mu_j^{\\text{new}}-\\mu_j\\rVert^2}")
                .gives(focus.movement())
                .then(still ? Relation.AT_MOST : Relation.GREATER, tolerance)
                .latex()));
  }

  /// The assignment of every point.
  static Narration assigned(KMeansFrame frame) {
    var focus = (Focus.Assigned) frame.focus();
    int[] sizes = KMeans.sizes(frame.clustering().labels(), frame.problem().k());
    var rows = new ArrayList<List<String>>();
    for (int j = 0; j < Math.min(sizes.length, ROWS_SHOWN); j++) {
      rows.add(List.of(Integer.toString(j + 1), Integer.toString(sizes[j])));
    }
    if (sizes.length > ROWS_SHOWN) {
      rows.add(List.of("…", "%d more".formatted(sizes.length - ROWS_SHOWN)));
    }
    var caption =
        "Every point goes to its nearest centroid. %s; %s."
            .formatted(changes(frame, focus.changed()), inertia(frame.clustering().inertias()));
    return new Narration(
        "Assign every point",
        caption + Words.allDimensions(frame.problem().points()[0].length),
        List.of(
            "J=\\textstyle\\sum_{i=1}^{%d}\\min_j\\lVert x_i-\\mu_j\\rVert^2=\\mathbf{%s}"
                .formatted(
                    frame.clustering().labels().length,
                    Numbers.latex(frame.clustering().inertias().getLast()))),
        new Table(List.of("cluster", "points"), rows, -1));
  }

  /// The assignment of one point, by the centroids of the frame.
  public static Narration pointAssigned(KMeansFrame frame, Focus.PointAssigned focus) {
    double[] distances = focus.distances();
    int number = focus.label() + 1;
    double[] point = frame.problem().points()[focus.point()];
    var caption =
        distances.length == 1
            ? "There is one centroid, at distance %s.".formatted(Numbers.text(distances[0]))
            : "Of its distances to the %d centroids the one to centroid %d is the smallest: %s."
                .formatted(distances.length, number, Numbers.text(distances[focus.label()]));
    if (focus.tie()) {
      caption =
          "Centroid %d and %s are equally near, at distance %s. A tie goes to the lower number."
              .formatted(number, rivals(focus), Numbers.text(distances[focus.label()]));
    }
    return new Narration(
        title(focus),
        caption + past(focus) + Words.allDimensions(point.length),
        List.of(
            Words.distance(
                point,
                frame.clustering().centroids()[focus.label()],
                number,
                distances[focus.label()])),
        distanceTable(distances, focus.label()));
  }

  /// One distance of one point.
  public static Narration distanceMeasured(KMeansFrame frame, Focus.DistanceMeasured focus) {
    int j = focus.centroid();
    double[] point = frame.problem().points()[focus.point()];
    double[] distances = focus.distances();
    int nearest = nearest(distances);
    var verdict =
        j == 0
            ? "It is the first one measured."
            : nearest == j
                ? "That is the smallest so far."
                : "Centroid %d is nearer or as near, at %s."
                    .formatted(nearest + 1, Numbers.text(distances[nearest]));
    return new Narration(
        "Distance from point %d to centroid %d".formatted(focus.point() + 1, j + 1),
        "The point is at %s, the centroid at %s: %s apart. %s%s"
            .formatted(
                Words.vector(point),
                Words.vector(frame.clustering().centroids()[j]),
                Numbers.text(distances[j]),
                verdict,
                Words.allDimensions(point.length)),
        List.of(Words.distance(point, frame.clustering().centroids()[j], j + 1, distances[j])),
        distanceTable(distances, nearest));
  }

  /// The update of every centroid.
  static Narration updated(KMeansFrame frame, Focus.Updated focus) {
    var before = frame.clustering().trail().getLast();
    var after = frame.clustering().centroids();
    int[] sizes = KMeans.sizes(frame.clustering().labels(), after.length);
    var rows = new ArrayList<List<String>>();
    int farthest = 0;
    for (int j = 0; j < after.length; j++) {
      double moved = KMeans.distance(before[j], after[j]);
      if (j < ROWS_SHOWN) {
        rows.add(
            List.of(
                Integer.toString(j + 1),
                Integer.toString(sizes[j]),
                sizes[j] == 0 ? "stays" : Numbers.text(moved)));
      }
      if (moved > KMeans.distance(before[farthest], after[farthest])) {
        farthest = j;
      }
    }
    double most = KMeans.distance(before[farthest], after[farthest]);
    var caption =
        most == 0
            ? "Every centroid is already at the mean of its points: none moves."
            : ("Every centroid moves to the mean of its points: by %s in all, centroid %d "
                    + "the farthest.")
                .formatted(Numbers.text(focus.movement()), farthest + 1);
    return new Narration(
        "Move every centroid",
        caption + empty(frame),
        List.of("\\mu_j=\\frac{1}{|C_j|}\\textstyle\\sum_{i\\in C_j}x_i"),
        new Table(List.of("cluster", "points", "moved by"), rows, most == 0 ? -1 : farthest));
  }

  /// The update of one centroid.
  public static Narration centroidUpdated(KMeansFrame frame, Focus.CentroidUpdated focus) {
    int number = focus.centroid() + 1;
    if (focus.size() == 0) {
      return new Narration(
          "Cluster %d is empty: its centroid stays".formatted(number),
          ("No point is nearest to centroid %d. A mean over 0 points would be 0/0 = NaN, and "
                  + "a centroid at NaN is never nearest again; so it keeps its place at %s.")
              .formatted(number, Words.vector(focus.before())),
          List.of(
              "\\frac{0}{0}=\\text{NaN}\\;\\Rightarrow\\;\\mu_{%d}\\text{ stays}"
                  .formatted(number)));
    }
    double moved = KMeans.distance(focus.before(), focus.after());
    return new Narration(
        moved == 0
            ? "Centroid %d stays".formatted(number)
            : "Centroid %d moves by %s".formatted(number, Numbers.text(moved)),
        "The mean of its %s is %s. It was at %s."
            .formatted(
                Words.count(focus.size(), "point"),
                Words.vector(focus.after()),
                Words.vector(focus.before())),
        List.of(
            "\\mu_{%d}=\\frac{1}{%d}\\textstyle\\sum_{i\\in C_{%d}}x_i=\\mathbf{%s}"
                .formatted(number, focus.size(), number, latexVector(focus.after()))),
        new Table(
            List.of("coordinate", "before", "after"),
            IntStream.range(0, Math.min(focus.after().length, ROWS_SHOWN))
                .mapToObj(c ->
                    List.of(
                        Integer.toString(c + 1),
                        Numbers.text(focus.before()[c]),
                        Numbers.text(focus.after()[c])))
                .toList(),
            -1));
  }

  /// The mean of one coordinate of one centroid.
  public static Narration meanTaken(KMeansFrame frame, Focus.MeanTaken focus) {
    int number = focus.centroid() + 1;
    int coordinate = focus.dimension() + 1;
    return new Narration(
        "Coordinate %d of centroid %d".formatted(coordinate, number),
        "The mean of coordinate %d over the %s of cluster %d: it %s."
            .formatted(
                coordinate,
                Words.count(focus.size(), "point"),
                number,
                Words.change(focus.before(), focus.after())),
        List.of(
            Formula.of(
                    "\\mu_{%d,%d}=\\frac{1}{%d}\\textstyle\\sum_{i\\in C_{%d}}x_{i,%d}"
                        .formatted(number, coordinate, focus.size(), number, coordinate))
                .is(Term.quotient(summands(frame, focus), Term.count(focus.size())))
                .gives(focus.after())
                .latex()));
  }

  /// The end.
  static Narration finished(KMeansFrame frame, Focus.Finished focus) {
    var iterations = Words.count(focus.iterations(), "iteration");
    var movement = Numbers.text(focus.movement());
    var tolerance = Numbers.text(frame.problem().tolerance());
    var why =
        focus.converged()
            ? "The last iteration moved the centroids by %s, at most the tolerance %s."
                .formatted(movement, tolerance)
            : ("The last iteration still moved the centroids by %s, more than the tolerance "
                    + "%s, but no more iterations are allowed.")
                .formatted(movement, tolerance);
    var last =
        " Assigned to the final centroids once more, the points have inertia %s."
            .formatted(Numbers.text(focus.inertia()));
    return new Narration(
        (focus.converged() ? "Converged after " : "Stopped after ") + iterations,
        why + tooCoarse(frame, focus) + last + empty(frame),
        List.of(
            "J=\\textstyle\\sum_{i=1}^{%d}\\min_j\\lVert x_i-\\mu_j\\rVert^2=\\mathbf{%s}"
                .formatted(frame.clustering().labels().length, Numbers.latex(focus.inertia()))));
  }

  /// Says where a tolerance lets no iteration count.
  private static String tooCoarse(KMeansFrame frame, Focus.Finished focus) {
    double spread = KMeans.spread(frame.problem().points());
    double tolerance = frame.problem().tolerance();
    return focus.converged() && focus.movement() > 0 && tolerance > spread
        ? " The tolerance is larger than the spread of the points, which differ by at most %s in a coordinate: only a smaller one would let the centroids settle."
            .formatted(Numbers.text(spread))
        : "";
  }

  private static String changes(KMeansFrame frame, int changed) {
    int n = frame.clustering().labels().length;
    if (frame.clustering().labelsBefore()[0] < 0) {
      return n == 1
          ? "The point is assigned for the first time"
          : "All %d points are assigned for the first time".formatted(n);
    }
    return changed == 0
        ? "No point changes its cluster"
        : "%d of %s %s cluster"
            .formatted(changed, Words.count(n, "point"), changed == 1 ? "changes" : "change");
  }

  private static String inertia(List<Double> inertias) {
    var now = Numbers.text(inertias.getLast());
    return inertias.size() == 1
        ? "the inertia is " + now
        : "the inertia " + Words.change(inertias.get(inertias.size() - 2), inertias.getLast());
  }

  private static String empty(KMeansFrame frame) {
    int[] sizes = KMeans.sizes(frame.clustering().labels(), frame.problem().k());
    var numbers =
        IntStream.range(0, sizes.length)
            .filter(j -> sizes[j] == 0)
            .mapToObj(j -> Integer.toString(j + 1))
            .toList();
    return switch (numbers.size()) {
      case 0 -> "";
      case 1 -> " Cluster %s is empty and keeps its centroid.".formatted(numbers.getFirst());
      default ->
          " Clusters %s are empty and keep their centroids.".formatted(String.join(", ", numbers));
    };
  }

  private static String title(Focus.PointAssigned focus) {
    int point = focus.point() + 1;
    int cluster = focus.label() + 1;
    if (focus.labelBefore() < 0) {
      return "Point %d joins cluster %d".formatted(point, cluster);
    }
    return focus.labelBefore() == focus.label()
        ? "Point %d stays in cluster %d".formatted(point, cluster)
        : "Point %d moves from cluster %d to cluster %d"
            .formatted(point, focus.labelBefore() + 1, cluster);
  }

  private static String past(Focus.PointAssigned focus) {
    return focus.labelBefore() < 0 || focus.labelBefore() == focus.label()
        ? ""
        : " It was in cluster %d before this assignment.".formatted(focus.labelBefore() + 1);
  }

  private static String rivals(Focus.PointAssigned focus) {
    double least = focus.distances()[focus.label()];
    return String.join(
        " and ",
        IntStream.range(focus.label() + 1, focus.distances().length)
            .filter(j -> focus.distances()[j] == least)
            .mapToObj(j -> "centroid " + (j + 1))
            .toList());
  }

  /// The distances, in the order of the clusters; of many clusters the nearest ones.
  private static Table distanceTable(double[] distances, int nearest) {
    var shown =
        IntStream.range(0, distances.length)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> distances[j]))
            .limit(ROWS_SHOWN)
            .sorted()
            .toList();
    var rows =
        shown.stream()
            .map(j ->
                List.of(
                    Integer.toString(j + 1),
                    Numbers.text(distances[j]),
                    j == nearest ? "nearest" : ""))
            .toList();
    return new Table(List.of("cluster", "distance", ""), rows, shown.indexOf(nearest));
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

  private static Term summands(KMeansFrame frame, Focus.MeanTaken focus) {
    if (focus.size() > SUMMANDS_SHOWN) {
      return Term.number(focus.sum());
    }
    int[] labels = frame.clustering().labels();
    double[][] points = frame.problem().points();
    var summands =
        IntStream.range(0, labels.length)
            .filter(i -> labels[i] == focus.centroid())
            .mapToDouble(i -> points[i][focus.dimension()])
            .toArray();
    return Term.sum(summands, SUMMANDS_SHOWN);
  }

  private static String latexVector(double[] values) {
    return Words.vector(values).replace('−', '-').replace("…", "\\ldots");
  }
}
