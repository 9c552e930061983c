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
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
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
  private static final double LARGEST_COORDINATE = 1e140;

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
            new Field("X", "Points", new Kind.Matrix(), Standing.FILE_ONLY),
            new Field("centroids", "Initial centroids", new Kind.Matrix(), Standing.FILE_ONLY)),
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
  /// 3. Without `X`, the points are three blobs from the seed.
  @Override
  public KMeansProblem problem(Given given) {
    long seed = given.parameter("seed", Long.class).orElse(STANDARD_SEED);
    double[][] points = given.input("X", double[][].class).orElseGet(() -> Blobs.fromSeed(seed));
    checkSizes(points, "/inputs/X");
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
        seed);
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
    checkSizes(centroids, "/inputs/centroids");
    return centroids;
  }

  private static void checkSizes(double[][] rows, String place) {
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < rows[i].length; c++) {
        if (Math.abs(rows[i][c]) > LARGEST_COORDINATE) {
          throw new InvalidInput(
              place + "/" + i + "/" + c,
              "is %s, and squared distances would overflow".formatted(rows[i][c]),
              "give numbers between -1e140 and 1e140");
        }
      }
    }
  }

  @Override
  public Given given(KMeansProblem problem) {
    var inputs = new LinkedHashMap<String, Object>();
    inputs.put("X", problem.points());
    double @Nullable [][] start = problem.start();
    if (start != null) {
      inputs.put("centroids", start);
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
