package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineFrame.Focus;
import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineProblem.Selection;
import dev.stepwise.compute.cosine.CosineProblem.Source;
import dev.stepwise.compute.cosine.text.TextModel;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Schema.Field;
import dev.stepwise.compute.exercise.Schema.Kind;
import dev.stepwise.compute.exercise.Schema.Standing;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// The cosine similarity search exercise.
public final class CosineExercise implements Exercise<CosineProblem, CosineFrame> {
  /// What changes no document.
  private static final Set<String> SETTINGS = Set.of("k", "metric", "selection", "epsilon");

  static final int STANDARD_K = 5;
  static final double STANDARD_EPSILON = 1e-8;
  static final int STANDARD_COMPONENTS = 8;
  static final int MOST_COMPONENTS = 200;
  static final int MOST_DOCUMENTS = 1_000_000;
  static final int MOST_DIMENSIONS = 4_096;

  @Override
  public String id() {
    return "cosine-search";
  }

  @Override
  public String title() {
    return "Cosine search";
  }

  @Override
  public Schema schema() {
    var metrics = Arrays.stream(Metric.values()).map(Metric::word).toList();
    var selections = Arrays.stream(Selection.values()).map(Selection::word).toList();
    return new Schema(
        List.of(
            new Field(
                "documents", "Documents", new Kind.Matrix(GivenSearch.LARGEST), Standing.FILE_ONLY),
            new Field("texts", "Texts", new Kind.Strings(), Standing.FILE_ONLY),
            new Field("query", "Query", new Kind.Vector(GivenSearch.LARGEST), Standing.FILE_ONLY),
            new Field("query_text", "Query text", new Kind.Text(), Standing.FILE_ONLY)),
        List.of(
            new Field("k", "Best", new Kind.Whole(1, Integer.MAX_VALUE, null), Standing.PROMINENT),
            new Field(
                "metric",
                "Metric",
                new Kind.Choice(metrics, Metric.COSINE.word()),
                Standing.PROMINENT),
            new Field(
                "selection",
                "Selection",
                new Kind.Choice(selections, Selection.SORT.word()),
                Standing.PROMINENT),
            new Field(
                "epsilon",
                "Epsilon",
                new Kind.Real(0, Double.MAX_VALUE, STANDARD_EPSILON),
                Standing.FURTHER),
            new Field(
                "components",
                "Components of a text",
                new Kind.Whole(1, MOST_COMPONENTS, null),
                Standing.FURTHER),
            new Field(
                "num_documents",
                "Documents drawn",
                new Kind.Whole(1, MOST_DOCUMENTS, null),
                Standing.FILE_ONLY),
            new Field(
                "dimensions",
                "Numbers of each",
                new Kind.Whole(1, MOST_DIMENSIONS, null),
                Standing.FILE_ONLY),
            new Field(
                "seed",
                "Seed",
                new Kind.Whole(-GivenSearch.EXACT, GivenSearch.EXACT, null),
                Standing.FILE_ONLY)));
  }

  /// {@inheritDoc}
  ///
  /// Documents are `documents`, or `texts`, which become vectors of `components` numbers (8, or as
  /// many as the texts span), or, where neither is given, `num_documents` (12) normal vectors of
  /// `dimensions` (6) numbers from the seed. The query is `query`; for texts `query_text`, or the
  /// first text; else drawn. Without `k`, it is 5, or the number of documents where that is less.
  @Override
  public CosineProblem complete(Given given) {
    return new GivenSearch(given).problem();
  }

  @Override
  public Given given(CosineProblem problem) {
    var inputs = new LinkedHashMap<String, Object>();
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("k", (long) problem.k());
    parameters.put("metric", problem.metric().word());
    parameters.put("selection", problem.selection().word());
    parameters.put("epsilon", problem.epsilon());
    switch (problem.source()) {
      case Source.Vectors _ -> {
        inputs.put("documents", problem.documents());
        inputs.put("query", problem.query());
      }
      case Source.Texts(TextModel model, String query, int components) -> {
        inputs.put("texts", model.texts());
        inputs.put("query_text", query);
        parameters.put("components", (long) components);
      }
      case Source.Drawn(long seed, boolean queryGiven) -> {
        if (queryGiven) {
          inputs.put("query", problem.query());
        }
        parameters.put("num_documents", (long) problem.count());
        parameters.put("dimensions", (long) problem.dimensions());
        parameters.put("seed", seed);
      }
    }
    return new Given(inputs, parameters);
  }

  /// {@inheritDoc}
  ///
  /// The documents stay the same objects, unless they are to be made in another way: texts are not
  /// weighed again, and a view can tell that the same rows stand in another order.
  @Override
  public CosineProblem changed(CosineProblem problem, String parameter, Object value) {
    var given = given(problem).withParameters(Map.of(parameter, value));
    return SETTINGS.contains(parameter) ? new GivenSearch(given).over(problem) : problem(given);
  }

  @Override
  public Run<CosineFrame> run(CosineProblem problem) {
    return CosineRun.of(problem);
  }

  /// {@inheritDoc}
  ///
  /// @throws IllegalArgumentException if the frame is not the last one of a run: a defect
  @Override
  public SequencedMap<String, Value> result(CosineFrame last) {
    if (!(last.focus() instanceof Focus.Found)) {
      throw new IllegalArgumentException("the run ends with a Found step");
    }
    var search = last.search();
    var problem = last.problem();
    var result = new LinkedHashMap<String, Value>();
    result.put("similarities", new Value.Vector(search.similarities()));
    result.put("ranking", new Value.Labels(search.ranking()));
    result.put(
        "top_k",
        new Value.Labels(
            CosineSearch.topK(search.similarities(), problem.k(), problem.selection())));
    return result;
  }

  @Override
  public List<String> grains(CosineProblem problem) {
    return List.of("operation", "document", "number");
  }

  @Override
  public List<Condition> conditions() {
    return CosineConditions.ALL;
  }
}
