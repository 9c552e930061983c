package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Schema.Field;
import dev.stepwise.compute.exercise.Schema.Kind;
import dev.stepwise.compute.exercise.Schema.Standing;
import dev.stepwise.compute.kmeans.KMeansFrame.Focus;
import dev.stepwise.compute.kmeans.KMeansProblem.Init;
import dev.stepwise.compute.kmeans.KMeansProblem.Names;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The k-means exercise.
public final class KMeansExercise implements Exercise<KMeansProblem, KMeansFrame> {
  private static final int STANDARD_K = 3;
  private static final long STANDARD_ITERATIONS = 100;
  private static final double STANDARD_TOLERANCE = 1e-4;
  private static final long STANDARD_SEED = 42;

  /// Whole numbers of a file are exact doubles for whoever reads it.
  private static final long EXACT = 1L << 53;

  /// Beyond this the squared distances, added up over many points, could overflow.
  public static final double LARGEST_COORDINATE = 1e140;

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
    var starts = Arrays.stream(Init.values()).map(Init::word).toList();
    return new Schema(
        List.of(
            new Field("X", "Points", new Kind.Matrix(LARGEST_COORDINATE), Standing.FILE_ONLY),
            new Field(
                "centroids",
                "Initial centroids",
                new Kind.Matrix(LARGEST_COORDINATE),
                Standing.FILE_ONLY),
            new Field("columns", "Columns of X", new Kind.Strings(), Standing.FILE_ONLY),
            new Field("classes", "Known classes", new Kind.Strings(), Standing.FILE_ONLY),
            new Field("drawn", "Points drawn", new Kind.Targets(), Standing.FILE_ONLY)),
        List.of(
            new Field(
                "k", "Clusters", new Kind.Whole(1, Integer.MAX_VALUE, null), Standing.PROMINENT),
            new Field(
                "init",
                "Start",
                new Kind.Choice(starts, Init.PLUS_PLUS.word()),
                Standing.PROMINENT),
            new Field(
                "max_iterations",
                "Most iterations",
                new Kind.Whole(1, 100_000, STANDARD_ITERATIONS),
                Standing.FURTHER),
            new Field(
                "tolerance",
                "Tolerance",
                new Kind.Real(0, Double.MAX_VALUE, STANDARD_TOLERANCE),
                Standing.FURTHER),
            new Field(
                "seed", "Seed", new Kind.Whole(-EXACT, EXACT, STANDARD_SEED), Standing.FURTHER)));
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
    long seed = given.parameter("seed", Long.class).orElse(STANDARD_SEED);
    double[][] points = given.input("X", double[][].class).orElseGet(() -> Blobs.fromSeed(seed));
    var centroids = given.input("centroids", double[][].class);
    var init =
        given
            .parameter("init", String.class)
            .map(KMeansExercise::init)
            .orElse(centroids.isPresent() ? Init.MANUAL : Init.PLUS_PLUS);
    long k =
        given
            .parameter("k", Long.class)
            .orElse(centroids.map(rows -> (long) rows.length).orElse((long) STANDARD_K));
    checkClusters(k, points.length);
    double[][] start =
        centroids.isPresent() || init == Init.MANUAL
            ? start(centroids, (int) k, points[0].length)
            : null;
    return new KMeansProblem(
        points,
        init == Init.MANUAL ? start : null,
        (int) k,
        init,
        given.parameter("max_iterations", Long.class).orElse(STANDARD_ITERATIONS).intValue(),
        given.parameter("tolerance", Double.class).orElse(STANDARD_TOLERANCE),
        seed,
        new Names(
            names(given, "columns", points[0].length, "column"),
            names(given, "classes", points.length, "point")),
        init == Init.MANUAL ? null : drawn(given, (int) k, points.length));
  }

  /// {@inheritDoc}
  ///
  /// Draws that were kept go with what decided them. A start by hand begins with the centroids that
  /// the run starts from now; it loses the last ones where there are to be fewer, and gets the
  /// points that are farthest from all others where there are to be more.
  @Override
  public KMeansProblem changed(KMeansProblem problem, String parameter, Object value) {
    var given = given(problem).withParameters(Map.of(parameter, value));
    boolean manual = given.parameter("init", String.class).equals(Optional.of(Init.MANUAL.word()));
    long k = given.parameter("k", Long.class).orElse((long) problem.k());
    if (manual && k <= problem.points().length) {
      given = given.withInputs(Map.of("centroids", KMeans.startOf(problem, (int) k)));
    }
    boolean draws = Set.of("k", "init", "seed").contains(parameter);
    return problem(draws ? given.withoutInputs("drawn") : given);
  }

  private static List<String> names(Given given, String name, int wanted, String what) {
    @SuppressWarnings("unchecked") // the schema says that they are strings
    var names = (Optional<List<String>>) (Optional<?>) given.input(name, List.class);
    if (names.isPresent() && !names.get().isEmpty() && names.get().size() != wanted) {
      throw new InvalidInput(
          "/inputs/" + name,
          "has %s, but X has %s"
              .formatted(Words.count(names.get().size(), "name"), Words.count(wanted, what)),
          "give a name for each %s, or none".formatted(what));
    }
    return names.orElse(List.of());
  }

  private static int @Nullable [] drawn(Given given, int k, int n) {
    var stated = given.inputs().get("drawn");
    if (stated == null) {
      return null;
    }
    boolean different =
        stated instanceof int[] indices
            && indices.length == k
            && Arrays.stream(indices).distinct().count() == k
            && Arrays.stream(indices).allMatch(i -> i < n);
    if (!different) {
      throw new InvalidInput(
          "/inputs/drawn",
          "does not name %s".formatted(k == 1 ? "1 point" : k + " different points"),
          "give their indices, from 0 to %d, or leave it out".formatted(n - 1));
    }
    return (int[]) stated;
  }

  private static Init init(String word) {
    return Arrays.stream(Init.values())
        .filter(init -> init.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new InvalidInput(
                "/parameters/init",
                "init is '" + word + "'",
                "choose k-means++, random or manual"));
  }

  private static void checkClusters(long k, int n) {
    if (k > n) {
      var points = n == 1 ? "there is 1 point" : "there are " + n + " points";
      throw new InvalidInput(
          "/parameters/k",
          "k is %d, but %s".formatted(k, points),
          n == 1 ? "choose k = 1" : "choose k from 1 to " + n);
    }
  }

  private static double[][] start(Optional<double[][]> given, int k, int dimensions) {
    if (given.isEmpty()) {
      throw new InvalidInput(
          "/parameters/init",
          "init is manual, but no centroids are given",
          "give %s in /inputs/centroids, or choose k-means++ or random"
              .formatted(Words.count(k, "centroid")));
    }
    double[][] centroids = given.get();
    if (centroids.length != k) {
      throw new InvalidInput(
          "/inputs/centroids",
          "there %s, but k is %d"
              .formatted(
                  (centroids.length == 1 ? "is " : "are ")
                      + Words.count(centroids.length, "centroid"),
                  k),
          "give %s, or k %d".formatted(Words.count(k, "centroid"), centroids.length));
    }
    for (int j = 0; j < centroids.length; j++) {
      if (centroids[j].length != dimensions) {
        throw new InvalidInput(
            "/inputs/centroids/" + j,
            "has %s, but the points of X have %d"
                .formatted(Words.count(centroids[j].length, "number"), dimensions),
            "give " + Words.count(dimensions, "number"));
      }
    }
    return centroids;
  }

  @Override
  public Given given(KMeansProblem problem) {
    var inputs = new LinkedHashMap<String, Object>();
    inputs.put("X", problem.points());
    double @Nullable [][] start = problem.start();
    if (start != null) {
      inputs.put("centroids", start);
    }
    if (!problem.names().columns().isEmpty()) {
      inputs.put("columns", problem.names().columns());
    }
    if (!problem.names().classes().isEmpty()) {
      inputs.put("classes", problem.names().classes());
    }
    int @Nullable [] drawn = problem.drawn();
    if (drawn != null) {
      inputs.put("drawn", drawn);
    }
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("k", (long) problem.k());
    parameters.put("init", problem.init().word());
    parameters.put("max_iterations", (long) problem.maximumIterations());
    parameters.put("tolerance", problem.tolerance());
    parameters.put("seed", problem.seed());
    return new Given(inputs, parameters);
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
    if (!(last.focus() instanceof Focus.Finished finished)) {
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
  public List<String> grains(KMeansProblem problem) {
    return List.of("iteration", "half", "point", "distance");
  }

  @Override
  public List<Condition> conditions() {
    return KMeansConditions.ALL;
  }
}
