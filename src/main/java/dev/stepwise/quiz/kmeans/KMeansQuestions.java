package dev.stepwise.quiz.kmeans;

import dev.stepwise.compute.kmeans.AssignmentFocus;
import dev.stepwise.compute.kmeans.IterationFocus;
import dev.stepwise.compute.kmeans.KMeans;
import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.kmeans.SeedingFocus;
import dev.stepwise.compute.kmeans.UpdateFocus;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.quiz.Choices;
import dev.stepwise.quiz.Clearly;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Option;
import dev.stepwise.quiz.QuestionSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// What can be predicted of k-means: which cluster a point joins, where a centroid moves, what an
/// empty cluster does, what the inertia does, whether it has converged, which point is drawn next.
public final class KMeansQuestions implements QuestionSource<KMeansFrame> {
  private static final int NEAREST_OFFERED = 5;

  /// A smaller move, as a share of the extent of the points, cannot be told from none or from half
  /// of it.
  private static final double LEAST_MOVE = 0.01;

  @Override
  public SequencedMap<String, String> kinds() {
    var kinds = new LinkedHashMap<String, String>();
    kinds.put("nearest", "Who takes a point?");
    kinds.put("tie", "Who takes a tie?");
    kinds.put("centroid-moves", "Where does a centroid move?");
    kinds.put("empty-cluster", "What does an empty cluster do?");
    kinds.put("converged", "Has it converged?");
    kinds.put("inertia", "What does the inertia do?");
    kinds.put("largest", "Which cluster is the largest?");
    kinds.put("shape", "Which shape?");
    kinds.put("likeliest", "Who is likely to be drawn?");
    return kinds;
  }

  @Override
  public List<Question> before(String path, Step<KMeansFrame> step) {
    var draft = new Draft<>(path, step);
    return switch (draft.frame().focus()) {
      case AssignmentFocus.PointAssigned point ->
          (point.tie() ? tie(draft, point) : nearest(draft, point)).stream().toList();
      case UpdateFocus.CentroidUpdated centroid ->
          (centroid.size() == 0 ? empty(draft, centroid) : moves(draft, centroid))
              .stream().toList();
      case IterationFocus.Iterated iterated ->
          Draft.all(List.of(converged(draft, iterated), inertia(draft)));
      case AssignmentFocus.Assigned _ -> Draft.all(List.of(largest(draft), shape(draft)));
      case SeedingFocus.DrawPart part when part.part() == SeedingFocus.Part.SQUARED_DISTANCES ->
          likeliest(draft, part).stream().toList();
      default -> List.of();
    };
  }

  private static Optional<Question> nearest(
      Draft<KMeansFrame> draft, AssignmentFocus.PointAssigned point) {
    double[] distances = point.distances();
    if (Clearly.smallest(distances).isEmpty()) {
      return Optional.empty();
    }
    int[] byDistance = Clearly.ascending(distances);
    int byFirstCoordinate = nearestInOneCoordinate(draft.frame(), point.point());
    var choices = Choices.right(cluster(point.label()));
    Arrays.stream(byDistance, 1, Math.min(byDistance.length, NEAREST_OFFERED))
        .forEach(j -> {
          var option = cluster(j);
          choices.wrong(
              j == point.labelBefore()
                  ? option.mistaken("keeps-its-label")
                  : j == byFirstCoordinate ? option.mistaken("one-coordinate") : option);
        });
    return draft
        .asks(
            "nearest",
            "Which cluster does point %d join?".formatted(point.point() + 1),
            choices.sorted(
                Comparator.comparingInt(option -> option.drawn().orElseThrow().index(0))),
            Ref.of("labels", point.point()))
        .map(question -> question.about(Ref.of("X", point.point(), 0)));
  }

  private static int nearestInOneCoordinate(KMeansFrame frame, int point) {
    double x = frame.problem().points()[point][0];
    double[] gaps =
        Arrays.stream(frame.clustering().centroids())
            .mapToDouble(centroid -> Math.abs(centroid[0] - x))
            .toArray();
    return Clearly.ascending(gaps)[0];
  }

  private static Option cluster(int j) {
    return Option.of("cluster " + (j + 1)).at(Ref.of("centroids", j, 0));
  }

  private static Optional<Question> tie(
      Draft<KMeansFrame> draft, AssignmentFocus.PointAssigned point) {
    double least = point.distances()[point.label()];
    int[] tied =
        IntStream.range(0, point.distances().length)
            .filter(j -> point.distances()[j] == least)
            .toArray();
    if (tied.length < 2) {
      return Optional.empty();
    }
    var choices = Choices.right(cluster(tied[0]));
    Arrays.stream(tied, 1, Math.min(tied.length, NEAREST_OFFERED))
        .forEach(j -> choices.wrong(cluster(j).mistaken("tie-to-the-higher")));
    choices.wrong(
        Option.of("it is drawn at random")
            .mistaken("tie-at-random")
            .at(Ref.of("X", point.point(), 0)));
    return draft
        .asks(
            "tie",
            "Point %d is equally near to %s. Which cluster does it join?"
                .formatted(
                    point.point() + 1,
                    Phrases.listed(
                        Arrays.stream(tied).mapToObj(j -> "centroid " + (j + 1)).toList())),
            choices.mixed(draft.path()),
            Ref.of("labels", point.point()))
        .map(question -> question.about(Ref.of("X", point.point(), 0)));
  }

  private static Optional<Question> moves(
      Draft<KMeansFrame> draft, UpdateFocus.CentroidUpdated centroid) {
    double[][] points = draft.frame().problem().points();
    double[] all =
        IntStream.range(0, points[0].length)
            .mapToDouble(d -> Arrays.stream(points).mapToDouble(row -> row[d]).average().orElse(0))
            .toArray();
    double[] halfway =
        IntStream.range(0, all.length)
            .mapToDouble(d -> (centroid.before()[d] + centroid.after()[d]) / 2)
            .toArray();
    double movement = KMeans.distance(centroid.before(), centroid.after());
    boolean still = movement == 0;
    if (!still && movement < LEAST_MOVE * extent(points)) {
      return Optional.empty();
    }
    var choices =
        Choices.right(Option.of("to " + Phrases.vector(centroid.after())))
            .wrong(Option.of("to " + Phrases.vector(all)).mistaken("mean-of-all-points"));
    if (!still) {
      choices
          .wrong(Option.of("to " + Phrases.vector(halfway)).mistaken("half-way"))
          .wrong(Option.of("to " + Phrases.vector(centroid.before())).mistaken("stays"));
    }
    return draft
        .asks(
            "centroid-moves",
            "Where does centroid %d move? Its cluster has %s."
                .formatted(centroid.centroid() + 1, Phrases.count(centroid.size(), "point")),
            choices.mixed(draft.path()),
            Ref.of("new_centroids", centroid.centroid(), 0))
        .map(question -> question.about(Ref.of("centroids", centroid.centroid(), 0)));
  }

  /// The longest side of the box around the points.
  private static double extent(double[][] points) {
    return IntStream.range(0, points[0].length)
        .mapToDouble(d -> {
          var side = Arrays.stream(points).mapToDouble(point -> point[d]).summaryStatistics();
          return side.getMax() - side.getMin();
        })
        .max()
        .orElse(0);
  }

  private static Optional<Question> empty(
      Draft<KMeansFrame> draft, UpdateFocus.CentroidUpdated centroid) {
    return draft
        .asks(
            "empty-cluster",
            "No point is in cluster %d. What becomes of its centroid?"
                .formatted(centroid.centroid() + 1),
            Choices.right(Option.of("it keeps its place"))
                .wrong(Option.of("it becomes NaN, the mean of no points").mistaken("empty-mean"))
                .wrong(Option.of("it goes to (0, 0), the sum of no points").mistaken("empty-zero"))
                .wrong(Option.of("it is removed, and k falls by one").mistaken("empty-removed"))
                .mixed(draft.path()),
            Ref.of("new_centroids", centroid.centroid(), 0))
        .map(question -> question.about(Ref.of("centroids", centroid.centroid(), 0)));
  }

  private static Optional<Question> converged(
      Draft<KMeansFrame> draft, IterationFocus.Iterated iterated) {
    double tolerance = draft.frame().problem().tolerance();
    double movement = iterated.movement();
    boolean told = movement == 0 || Clearly.differ(movement, tolerance);
    boolean converged = movement <= tolerance;
    var yes = Option.of("yes, it stops after it");
    var no = Option.of("no, it goes on");
    return told
        ? draft.asks(
            "converged",
            "Has it converged with iteration %d? The tolerance is %s."
                .formatted(draft.frame().clustering().iteration(), Numbers.text(tolerance)),
            (converged
                    ? Choices.right(yes).wrong(no.mistaken("one-more-to-be-sure"))
                    : Choices.right(no).wrong(yes.mistaken("stops-early")))
                .sorted(Comparator.comparing(Option::text)),
            Ref.of("movement"))
        : Optional.empty();
  }

  private static Optional<Question> inertia(Draft<KMeansFrame> draft) {
    var inertias = draft.frame().clustering().inertias();
    if (inertias.size() < 2) {
      return Optional.empty();
    }
    double before = inertias.get(inertias.size() - 2);
    double after = inertias.getLast();
    if (before != after && !Clearly.differ(before, after)) {
      return Optional.empty();
    }
    var falls = Option.of("it falls");
    var stays = Option.of("it stays");
    boolean fell = after < before;
    return draft.asks(
        "inertia",
        "What does the inertia do in iteration %d?"
            .formatted(draft.frame().clustering().iteration()),
        Choices.right(fell ? falls : stays)
            .wrong(fell ? stays : falls)
            .wrong(Option.of("it rises").mistaken("inertia-can-rise"))
            .sorted(Comparator.comparing(Option::text)),
        Ref.of("inertia"));
  }

  private static Optional<Question> largest(Draft<KMeansFrame> draft) {
    int[] counts = KMeans.sizes(draft.frame().clustering().labels(), draft.frame().problem().k());
    double[] sizes = Arrays.stream(counts).asDoubleStream().toArray();
    if (Clearly.largest(sizes).isEmpty()) {
      return Optional.empty();
    }
    int[] bySize = Clearly.descending(sizes);
    var choices = Choices.right(cluster(bySize[0]));
    Arrays.stream(bySize, 1, Math.min(bySize.length, NEAREST_OFFERED))
        .forEach(j -> choices.wrong(cluster(j)));
    return draft.asks(
        "largest",
        "Which cluster gets the most points in this assignment?",
        choices.sorted(Comparator.comparingInt(option -> option.drawn().orElseThrow().index(0))),
        IntStream.range(0, draft.frame().problem().points().length)
            .mapToObj(i -> Ref.of("labels", i))
            .toList());
  }

  private static Optional<Question> shape(Draft<KMeansFrame> draft) {
    var problem = draft.frame().problem();
    int n = problem.points().length;
    int k = problem.k();
    int d = problem.dimensions();
    return draft.asks(
        "shape",
        "%s with %s each, %s: what is the shape of the array of squared distances?"
            .formatted(
                Phrases.count(n, "point"),
                Phrases.count(d, "coordinate"),
                Phrases.count(k, "centroid")),
        Choices.right(Option.of(shape(n, k)))
            .wrong(Option.of(shape(k, n)).mistaken("row-for-column"))
            .wrong(Option.of(shape(n, d)).mistaken("shape-of-the-data"))
            .wrong(Option.of(shape(k, d)).mistaken("shape-of-the-centroids"))
            .mixed(draft.path()),
        Ref.of("labels", n - 1));
  }

  private static String shape(int rows, int columns) {
    return rows + "×" + columns;
  }

  private static Optional<Question> likeliest(
      Draft<KMeansFrame> draft, SeedingFocus.DrawPart part) {
    double[] weights = part.draw().weights();
    if (weights.length < 3 || Clearly.largest(weights).isEmpty()) {
      return Optional.empty();
    }
    int[] byWeight = Clearly.descending(weights);
    int nearest = byWeight[byWeight.length - 1];
    return draft.asks(
        "likeliest",
        "Which point has the best chance of becoming centroid %d?".formatted(part.centroid() + 1),
        Choices.right(point(byWeight[0]))
            .wrong(point(nearest).mistaken("nearest-is-likeliest"))
            .wrong(point(byWeight[byWeight.length / 2]))
            .wrong(Option.of("all have the same chance").mistaken("even-chance"))
            .mixed(draft.path()),
        Ref.of("weights", byWeight[0]));
  }

  private static Option point(int i) {
    return Option.of("point " + (i + 1)).at(Ref.of("X", i, 0));
  }
}
