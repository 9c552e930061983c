package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.exercise.Input;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.exercise.Parameter;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Schema.Standing;
import dev.stepwise.compute.kmeans.KMeansProblem.Init;
import java.util.List;

/// What a scenario of k-means may hold, each declared once.
final class KMeansParameters {
  /// Whole numbers of a file are exact doubles for whoever reads it.
  private static final long EXACT = 1L << 53;

  /// Beyond this the squared distances, added up over many points, could overflow.
  static final double LARGEST_COORDINATE = 1e140;

  static final Input<double[][]> X = Input.matrix("X", "Points", LARGEST_COORDINATE);
  static final Input<double[][]> CENTROIDS =
      Input.matrix("centroids", "Initial centroids", LARGEST_COORDINATE);
  static final Input<List<String>> COLUMNS = Input.strings("columns", "Columns of X");
  static final Input<List<String>> CLASSES = Input.strings("classes", "Known classes");
  static final Input<int[]> DRAWN = Input.indices("drawn", "Points drawn");

  static final Parameter<Integer> K =
      Parameter.count("k", "Clusters", 1, Integer.MAX_VALUE).standing(Standing.PROMINENT);
  static final Parameter<Init> INIT =
      Parameter.choice("init", "Start", Init.values(), Init::word, Init.PLUS_PLUS)
          .standing(Standing.PROMINENT);
  static final Parameter<Integer> MAX_ITERATIONS =
      Parameter.count("max_iterations", "Most iterations", 1, 100_000).otherwise(100);
  static final Parameter<Double> TOLERANCE =
      Parameter.real("tolerance", "Tolerance", 0, Double.MAX_VALUE).otherwise(1e-4);
  static final Parameter<Long> SEED = Parameter.whole("seed", "Seed", -EXACT, EXACT).otherwise(42L);

  static final Parameter<KMeansMistake> MISTAKE =
      Mistakes.parameter(
          KMeansMistake.values(), KMeansMistake::id, KMeansMistake::title, KMeansMistake.NONE);

  static final Schema SCHEMA =
      Schema.of(
          List.of(X, CENTROIDS, COLUMNS, CLASSES, DRAWN),
          List.of(K, INIT, MAX_ITERATIONS, TOLERANCE, SEED, MISTAKE));

  private KMeansParameters() {}
}
