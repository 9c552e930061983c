package dev.stepwise.compute.kmeans;

import static dev.stepwise.compute.kmeans.KMeansParameters.CENTROIDS;
import static dev.stepwise.compute.kmeans.KMeansParameters.CLASSES;
import static dev.stepwise.compute.kmeans.KMeansParameters.COLUMNS;
import static dev.stepwise.compute.kmeans.KMeansParameters.DRAWN;
import static dev.stepwise.compute.kmeans.KMeansParameters.INIT;
import static dev.stepwise.compute.kmeans.KMeansParameters.K;
import static dev.stepwise.compute.kmeans.KMeansParameters.MAX_ITERATIONS;
import static dev.stepwise.compute.kmeans.KMeansParameters.MISTAKE;
import static dev.stepwise.compute.kmeans.KMeansParameters.SEED;
import static dev.stepwise.compute.kmeans.KMeansParameters.TOLERANCE;
import static dev.stepwise.compute.kmeans.KMeansParameters.X;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Input;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Outcome;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Shapes;
import dev.stepwise.compute.kmeans.KMeansProblem.Init;
import dev.stepwise.compute.kmeans.KMeansProblem.Names;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The k-means exercise.
public final class KMeansExercise implements Exercise<KMeansProblem, KMeansFrame> {
  private static final int STANDARD_K = 3;

  /// Beyond this the squared distances, added up over many points, could overflow.
  public static final double LARGEST_COORDINATE = KMeansParameters.LARGEST_COORDINATE;

  @Override
  public String id() {
    return "k-means";
  }

  @Override
  public String title() {
    return "K-means";
  }

  @Override
  public Schema schema() {
    return KMeansParameters.SCHEMA;
  }

  /// {@inheritDoc}
  ///
  /// Without `init`, the start is `manual` where centroids are given, else `k-means++`. Given
  /// centroids serve the manual start alone. Without `k`, it is the number of given centroids, else
  /// 3. Without `X`, the points are three blobs from the seed. `columns` and `classes` name the
  /// columns of X and what each point is known to be, for people alone. `drawn` says which points a
  /// drawn start falls on, whatever the seed says.
  @Override
  public KMeansProblem complete(Given given) {
    long seed = SEED.of(given);
    double[][] points = X.in(given).orElseGet(() -> Blobs.fromSeed(seed));
    var centroids = CENTROIDS.in(given);
    var init = INIT.stated(given).orElse(centroids.isPresent() ? Init.MANUAL : Init.PLUS_PLUS);
    int k = K.stated(given).orElse(centroids.map(rows -> rows.length).orElse(STANDARD_K));
    checkClusters(k, points.length);
    boolean manual = init == Init.MANUAL;
    double[][] start =
        centroids.isPresent() || manual ? start(centroids, k, points[0].length) : null;
    return new KMeansProblem(
        points,
        manual ? start : null,
        k,
        init,
        MAX_ITERATIONS.of(given),
        TOLERANCE.of(given),
        seed,
        new Names(
            names(COLUMNS, given, points[0].length, "column"),
            names(CLASSES, given, points.length, "point")),
        manual ? null : drawn(given, k, points.length),
        MISTAKE.of(given));
  }

  /// {@inheritDoc}
  ///
  /// Draws that were kept go with what decided them. A start by hand begins with the centroids that
  /// the run starts from now; it loses the last ones where there are to be fewer, and gets the
  /// points that are farthest from all others where there are to be more.
  @Override
  public KMeansProblem changed(KMeansProblem problem, String parameter, Object value) {
    var given = given(problem).withParameters(Map.of(parameter, value));
    int k = K.of(given);
    if (INIT.of(given) == Init.MANUAL && k <= problem.points().length) {
      given = given.with(CENTROIDS, KMeans.startOf(problem, k));
    }
    boolean draws = Set.of(K.name(), INIT.name(), SEED.name()).contains(parameter);
    return problem(draws ? given.without(DRAWN) : given);
  }

  private static List<String> names(
      Input<List<String>> input, Given given, int wanted, String what) {
    var names = input.in(given).orElse(List.of());
    if (!names.isEmpty()) {
      Shapes.length(
          input.place(), names.size(), wanted, "name", "X has " + Phrases.count(wanted, what));
    }
    return names;
  }

  private static int @Nullable [] drawn(Given given, int k, int n) {
    var stated = DRAWN.in(given);
    if (stated.isEmpty()) {
      return null;
    }
    int[] indices = stated.get();
    boolean different =
        indices.length == k
            && Arrays.stream(indices).distinct().count() == k
            && Arrays.stream(indices).allMatch(i -> i < n);
    if (!different) {
      throw new InvalidInput(
          DRAWN.place(),
          "does not name %s".formatted(k == 1 ? "1 point" : k + " different points"),
          "give their indices, from 0 to %d, or leave it out".formatted(n - 1));
    }
    return indices;
  }

  private static void checkClusters(int k, int n) {
    if (k > n) {
      var points = n == 1 ? "there is 1 point" : "there are " + n + " points";
      throw new InvalidInput(
          K.place(),
          "k is %d, but %s".formatted(k, points),
          n == 1 ? "choose k = 1" : "choose k from 1 to " + n);
    }
  }

  private static double[][] start(Optional<double[][]> given, int k, int dimensions) {
    if (given.isEmpty()) {
      throw new InvalidInput(
          INIT.place(),
          "init is manual, but no centroids are given",
          "give %s in /inputs/centroids, or choose k-means++ or random"
              .formatted(Phrases.count(k, "centroid")));
    }
    double[][] centroids = given.get();
    if (centroids.length != k) {
      throw new InvalidInput(
          CENTROIDS.place(),
          "there %s, but k is %d"
              .formatted(
                  (centroids.length == 1 ? "is " : "are ")
                      + Phrases.count(centroids.length, "centroid"),
                  k),
          "give %s, or k %d".formatted(Phrases.count(k, "centroid"), centroids.length));
    }
    for (int j = 0; j < centroids.length; j++) {
      Shapes.length(
          CENTROIDS.place() + "/" + j,
          centroids[j].length,
          dimensions,
          "number",
          "the points of X have " + dimensions);
    }
    return centroids;
  }

  @Override
  public Given given(KMeansProblem problem) {
    var names = problem.names();
    return Given.nothing()
        .with(X, problem.points())
        .withKnown(CENTROIDS, Optional.ofNullable(problem.start()))
        .withKnown(COLUMNS, Optional.of(names.columns()).filter(columns -> !columns.isEmpty()))
        .withKnown(CLASSES, Optional.of(names.classes()).filter(classes -> !classes.isEmpty()))
        .withKnown(DRAWN, Optional.ofNullable(problem.drawn()))
        .with(K, problem.k())
        .with(INIT, problem.init())
        .with(MAX_ITERATIONS, problem.maximumIterations())
        .with(TOLERANCE, problem.tolerance())
        .with(SEED, problem.seed())
        .with(MISTAKE, problem.mistake());
  }

  @Override
  public Run<KMeansFrame> run(KMeansProblem problem) {
    return KMeansRun.of(problem);
  }

  /// {@inheritDoc}
  ///
  /// @throws IllegalArgumentException if the frame is not the last one of a run: a defect
  @Override
  public SequencedMap<String, Value> result(KMeansFrame last) {
    if (!(last.focus() instanceof IterationFocus.Finished finished)) {
      throw new IllegalArgumentException("the run ends with a Finished step");
    }
    var result = new LinkedHashMap<String, Value>();
    result.put("centroids", new Value.Matrix(last.clustering().centroids()));
    result.put("labels", new Value.Labels(last.clustering().labels()));
    result.put("inertia", new Value.Scalar(finished.inertia()));
    result.put("iterations", new Value.Whole(finished.iterations()));
    result.put("converged", new Value.Flag(finished.converged()));
    return result;
  }

  @Override
  public Optional<Derivation> why(KMeansFrame frame, Ref ref) {
    return new KMeansDerivations(frame).of(ref);
  }

  @Override
  public List<String> grains(KMeansProblem problem) {
    return List.of("iteration", "half", "point", "distance");
  }

  @Override
  public Map<String, Double> sizes(KMeansProblem problem) {
    // Beside its iterations a run has its start and its end.
    return Map.of(
        "n", (double) problem.points().length,
        "d", (double) problem.dimensions(),
        "k", (double) problem.k(),
        "iterations", run(problem).length() - 2.0);
  }

  @Override
  public Outcome outcome(KMeansFrame frame) {
    return new KMeansOutcome(frame).outcome();
  }

  /// {@inheritDoc}
  ///
  /// Points, one more than the size, for two clusters.
  @Override
  public Optional<Given> small(int size, RandomGenerator random) {
    return Optional.of(SmallPoints.of(size, random));
  }

  @Override
  public List<Condition> conditions() {
    return KMeansConditions.ALL;
  }
}
