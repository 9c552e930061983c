package dev.stepwise.compute.cosine;

import static dev.stepwise.compute.cosine.CosineParameters.COMPONENTS;
import static dev.stepwise.compute.cosine.CosineParameters.DIMENSIONS;
import static dev.stepwise.compute.cosine.CosineParameters.DOCUMENTS;
import static dev.stepwise.compute.cosine.CosineParameters.EPSILON;
import static dev.stepwise.compute.cosine.CosineParameters.K;
import static dev.stepwise.compute.cosine.CosineParameters.METRIC;
import static dev.stepwise.compute.cosine.CosineParameters.MISTAKE;
import static dev.stepwise.compute.cosine.CosineParameters.NUM_DOCUMENTS;
import static dev.stepwise.compute.cosine.CosineParameters.QUERY;
import static dev.stepwise.compute.cosine.CosineParameters.QUERY_TEXT;
import static dev.stepwise.compute.cosine.CosineParameters.SEED;
import static dev.stepwise.compute.cosine.CosineParameters.SELECTION;
import static dev.stepwise.compute.cosine.CosineParameters.TEXTS;

import dev.stepwise.compute.cosine.CosineProblem.Source;
import dev.stepwise.compute.cosine.text.TextModel;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Outcome;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The cosine similarity search exercise.
public final class CosineExercise implements Exercise<CosineProblem, CosineFrame> {
  /// What changes no document.
  private static final Set<String> SETTINGS =
      Set.of(K.name(), METRIC.name(), SELECTION.name(), EPSILON.name(), MISTAKE.name());

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
    return CosineParameters.SCHEMA;
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
    var given =
        Given.nothing()
            .with(K, problem.k())
            .with(METRIC, problem.metric())
            .with(SELECTION, problem.selection())
            .with(EPSILON, problem.epsilon())
            .with(MISTAKE, problem.mistake());
    return switch (problem.source()) {
      case Source.Vectors _ ->
          given.with(DOCUMENTS, problem.documents()).with(QUERY, problem.query());
      case Source.Texts(TextModel model, String query, int components) ->
          given.with(TEXTS, model.texts()).with(QUERY_TEXT, query).with(COMPONENTS, components);
      case Source.Drawn(long seed, boolean queryGiven) ->
          given
              .withKnown(QUERY, Optional.of(problem.query()).filter(_ -> queryGiven))
              .with(NUM_DOCUMENTS, problem.count())
              .with(DIMENSIONS, problem.dimensions())
              .with(SEED, seed);
    };
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
    if (!(last.focus() instanceof SelectionFocus.Found)) {
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
  public Optional<Derivation> why(CosineFrame frame, Ref ref) {
    return new CosineDerivations(frame).of(ref);
  }

  @Override
  public List<String> grains(CosineProblem problem) {
    return List.of("operation", "document", "number");
  }

  @Override
  public Map<String, Double> sizes(CosineProblem problem) {
    return Map.of(
        "n", (double) problem.count(),
        "d", (double) problem.dimensions(),
        "k", (double) problem.k());
  }

  @Override
  public Outcome outcome(CosineFrame frame) {
    return new CosineOutcome(frame).outcome();
  }

  /// {@inheritDoc}
  ///
  /// Documents, one more than the size.
  @Override
  public Optional<Given> small(int size, RandomGenerator random) {
    return Optional.of(SmallVectors.of(size, random));
  }

  @Override
  public List<Condition> conditions() {
    return CosineConditions.ALL;
  }
}
