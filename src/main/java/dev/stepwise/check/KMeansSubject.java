package dev.stepwise.check;

import static dev.stepwise.check.Argument.Role.OTHER;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// K-means.
final class KMeansSubject implements Subject {
  private static final int POINTS = 15;
  private static final int DIMENSIONS = 3;
  private static final int CLUSTERS = 3;
  private static final int WATCHED = 20;
  private static final String CENTROIDS = "centroids";

  @Override
  public List<Argument> arguments() {
    return List.of(
        Argument.of("X", OTHER, "points data samples x dataset pts inputs"),
        Argument.named(
            CENTROIDS,
            OTHER,
            "init_centroids initial_centroids centers init_centers initial_centers start means c mu"
                + " centroids0 centroids_init init centers0 initial start_centroids mus cs seeds"
                + " cluster_centers c0"),
        Argument.named("k", OTHER, "n_clusters num_clusters clusters K num_centroids n_centroids"),
        Argument.named(
            "max_iterations",
            OTHER,
            "max_iter max_iters iterations iters n_iter num_iters n_iters maxiter steps epochs"
                + " num_iterations"),
        Argument.named("tolerance", OTHER, "tol eps epsilon threshold"));
  }

  @Override
  public List<String> functions() {
    return List.of(
        "k_means",
        "kmeans",
        "fit",
        "cluster",
        "lloyd",
        "run_kmeans",
        "KMeans",
        "k_means_clustering",
        "kmeans_clustering",
        "clustering",
        "solve",
        "solution");
  }

  @Override
  public Given reference(Given given, Run<?> run) {
    var centroids = run.step(0).frame().variables().get(CENTROIDS);
    return centroids instanceof Value.Matrix(double[][] rows) ? startingAt(given, rows) : given;
  }

  private static Given startingAt(Given given, double[][] centroids) {
    return given
        .withoutInputs("drawn", "columns", "classes")
        .withInputs(Map.of(CENTROIDS, centroids))
        .withParameters(Map.of("init", "manual", "k", (long) centroids.length));
  }

  @Override
  public Given generic(Given reference, RandomGenerator random) {
    double[][] points = Drawn.gaussian(POINTS, DIMENSIONS, 2, random);
    double[][] start = Arrays.copyOfRange(points, 1, 1 + CLUSTERS);
    return startingAt(
        reference
            .withInputs(Map.of("X", points))
            .withParameters(Map.of("max_iterations", 100L, "tolerance", 1e-4)),
        start);
  }

  @Override
  public Map<String, Object> inputs(Given reference, Run<?> run) {
    var inputs = new HashMap<String, Object>();
    inputs.put("X", Plain.of(Known.of(reference.inputs(), "X")));
    inputs.put(CENTROIDS, Plain.of(Known.of(reference.inputs(), CENTROIDS)));
    for (var name : List.of("k", "max_iterations", "tolerance")) {
      inputs.put(name, reference.parameters().get(name));
    }
    return inputs;
  }

  @Override
  public List<Stage> stages(Run<?> run) {
    var list = new StageList();
    int iterations = 0;
    for (int i = 0; run.has(i); i++) {
      var step = run.step(i);
      var variables = step.frame().variables();
      var path = String.valueOf(i + 1);
      switch (step.phase()) {
        case "initialise" -> list.add(CENTROIDS, "0", path, variables.get(CENTROIDS));
        case "iteration" -> {
          iterations++;
          boolean watched = iterations <= WATCHED || !run.has(i + 2);
          if (watched) {
            var before = CENTROIDS + "@" + (iterations - 1);
            list.add("labels", "" + iterations, path + ".1", variables.get("labels"), before);
            list.add(
                CENTROIDS,
                "" + iterations,
                path + ".2",
                variables.get(CENTROIDS),
                "labels@" + iterations,
                before);
          }
        }
        default -> {
          var before = CENTROIDS + "@" + iterations;
          list.add("labels", "end", path, variables.get("labels"), before);
          list.add("inertia", "end", path, variables.get("inertia"), before);
        }
      }
    }
    return list.all();
  }

  @Override
  public List<Set<String>> goals(List<Stage> stages, Trace trace) {
    var last = stages.stream().filter(stage -> stage.name().equals(CENTROIDS)).toList().getLast();
    return List.of(Set.of(last.address(), "labels@end"));
  }

  @Override
  public Map<String, Set<String>> names() {
    return Map.of(
        CENTROIDS,
        Set.of(
            "centroids",
            "newcentroids",
            "centers",
            "centres",
            "means",
            "mu",
            "c",
            "newcenters",
            "cs",
            "updated",
            "clustercenters",
            "newc",
            "newmeans",
            "centroid",
            "new",
            "selfcentroids",
            "mus"),
        "labels",
        Set.of(
            "labels",
            "assignments",
            "assignment",
            "clusters",
            "assign",
            "label",
            "idx",
            "nearest",
            "closest",
            "clusterids",
            "lab",
            "ids",
            "membership"),
        "inertia",
        Set.of("inertia", "sse", "wcss", "cost", "loss", "distortion"));
  }

  @Override
  public List<String> conventions() {
    return List.of("");
  }

  @Override
  public List<String> taken(Given reference) {
    return List.of("X", CENTROIDS, "max_iterations", "tolerance");
  }

  @Override
  public List<String> returned(Given reference) {
    return List.of(CENTROIDS, "labels", "inertia");
  }

  @Override
  public List<String> main() {
    return List.of("X", "k");
  }

  /// A start that the learner's code drew among the points.
  @Override
  public Optional<Given> own(Given reference, Run<?> run, Trace trace) {
    if (trace.bound().containsValue(CENTROIDS)
        || !(reference.inputs().get("X") instanceof double[][] points)
        || !(reference.parameters().get("k") instanceof Long k)) {
      return Optional.empty();
    }
    int size = (int) (k * points[0].length);
    return trace.seen().stream()
        .filter(seen -> seen.hasNumbers() && seen.size() == size)
        .map(seen -> seen.tensor().squeezed())
        .map(tensor -> rows(tensor.data(), points[0].length))
        .filter(rows -> Arrays.stream(rows).allMatch(row -> isAmong(row, points)))
        .findFirst()
        .map(rows -> startingAt(reference, rows));
  }

  private static double[][] rows(double[] data, int width) {
    var rows = new double[data.length / width][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(data, i * width, (i + 1) * width);
    }
    return rows;
  }

  private static boolean isAmong(double[] row, double[][] points) {
    return Arrays.stream(points).anyMatch(point -> Arrays.equals(point, row));
  }
}
