package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineProblem.Selection;
import dev.stepwise.compute.exercise.Input;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.exercise.Parameter;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Schema.Standing;
import java.util.List;

/// What a scenario of a search may hold, each declared once.
final class CosineParameters {
  /// Whole numbers of a file are exact doubles for whoever reads it.
  private static final long EXACT = 1L << 53;

  /// Beyond this, a norm or a distance could overflow.
  static final double LARGEST = 1e300;

  static final Input<double[][]> DOCUMENTS = Input.matrix("documents", "Documents", LARGEST);
  static final Input<List<String>> TEXTS = Input.strings("texts", "Texts");
  static final Input<double[]> QUERY = Input.vector("query", "Query", LARGEST);
  static final Input<String> QUERY_TEXT = Input.text("query_text", "Query text");

  static final Parameter<Integer> K =
      Parameter.count("k", "Best", 1, Integer.MAX_VALUE).standing(Standing.PROMINENT);
  static final Parameter<Metric> METRIC =
      Parameter.choice("metric", "Metric", Metric.values(), Metric::word, Metric.COSINE)
          .standing(Standing.PROMINENT);
  static final Parameter<Selection> SELECTION =
      Parameter.choice(
              "selection", "Selection", Selection.values(), Selection::word, Selection.SORT)
          .standing(Standing.PROMINENT);
  static final Parameter<Double> EPSILON =
      Parameter.real("epsilon", "Epsilon", 0, Double.MAX_VALUE).otherwise(1e-8);
  static final Parameter<Integer> COMPONENTS =
      Parameter.count("components", "Components of a text", 1, 200);
  static final Parameter<Integer> NUM_DOCUMENTS =
      Parameter.count("num_documents", "Documents drawn", 1, 1_000_000)
          .standing(Standing.FILE_ONLY);
  static final Parameter<Integer> DIMENSIONS =
      Parameter.count("dimensions", "Numbers of each", 1, 4_096).standing(Standing.FILE_ONLY);
  static final Parameter<Long> SEED =
      Parameter.whole("seed", "Seed", -EXACT, EXACT).standing(Standing.FILE_ONLY);

  static final Parameter<CosineMistake> MISTAKE =
      Mistakes.parameter(
          CosineMistake.values(), CosineMistake::id, CosineMistake::title, CosineMistake.NONE);

  static final Schema SCHEMA =
      Schema.of(
          List.of(DOCUMENTS, TEXTS, QUERY, QUERY_TEXT),
          List.of(
              K, METRIC, SELECTION, EPSILON, COMPONENTS, NUM_DOCUMENTS, DIMENSIONS, SEED, MISTAKE));

  private CosineParameters() {}
}
