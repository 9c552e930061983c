package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineProblem.Selection;
import dev.stepwise.compute.cosine.CosineProblem.Source;
import dev.stepwise.compute.exercise.Given;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Problems for tests.
final class Problems {
  private static final List<Metric> METRICS = List.of(Metric.COSINE, Metric.DOT, Metric.EUCLIDEAN);

  private Problems() {}

  static double[][] gaussian(Random random, int rows, int columns) {
    var matrix = new double[rows][columns];
    for (double[] row : matrix) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextGaussian();
      }
    }
    return matrix;
  }

  static CosineProblem of(double[][] documents, double[] query, int k, Metric metric) {
    return of(documents, query, k, metric, 1e-8);
  }

  static CosineProblem of(
      double[][] documents, double[] query, int k, Metric metric, double epsilon) {
    return new CosineProblem(
        new Source.Vectors(), documents, query, k, metric, epsilon, Selection.SORT);
  }

  static CosineProblem with(CosineProblem problem, Selection selection) {
    return new CosineProblem(
        problem.source(),
        problem.documents(),
        problem.query(),
        problem.k(),
        problem.metric(),
        problem.epsilon(),
        selection);
  }

  /// Small ones of every kind; some with ties.
  static CosineProblem random(long seed) {
    var random = new Random(seed);
    int n = 1 + random.nextInt(14);
    int d = 1 + random.nextInt(6);
    var documents = gaussian(random, n, d);
    if (random.nextBoolean()) {
      for (double[] row : documents) {
        for (int j = 0; j < d; j++) {
          row[j] = Math.rint(row[j]);
        }
      }
    }
    var metric = METRICS.get(random.nextInt(3));
    double epsilon = random.nextBoolean() ? 1e-8 : 0;
    var problem = of(documents, gaussian(random, 1, d)[0], 1 + random.nextInt(n), metric, epsilon);
    return random.nextBoolean() ? problem : with(problem, Selection.PARTITION);
  }

  static CosineProblem texts() {
    return new CosineExercise()
        .problem(
            Given.nothing()
                .withInputs(
                    Map.of(
                        "texts",
                        List.of(
                            "The cat naps in the sun",
                            "A kitten naps on the mat",
                            "Bake the bread in the oven",
                            "The oven and the bread are hot"),
                        "query_text",
                        "a cat on a mat"))
                .withParameters(Map.of("components", 3L, "k", 2L)));
  }
}
