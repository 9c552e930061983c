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

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineProblem.Source;
import dev.stepwise.compute.cosine.text.TextModel;
import dev.stepwise.compute.cosine.text.Tokens;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Parameter;
import dev.stepwise.compute.exercise.Shapes;
import dev.stepwise.compute.text.Phrases;
import java.util.List;
import java.util.Optional;

/// Makes a problem of what a scenario gives: checks and completes it.
final class GivenSearch {
  private static final int STANDARD_K = 5;
  private static final int STANDARD_COMPONENTS = 8;
  private static final int STANDARD_DOCUMENTS = 12;
  private static final int STANDARD_DIMENSIONS = 6;
  private static final long STANDARD_SEED = 42;

  /// More numbers than these don't fit the memory of an ordinary machine twice.
  private static final long MOST_NUMBERS = 64_000_000;

  private final Given given;

  GivenSearch(Given given) {
    this.given = given;
  }

  CosineProblem problem() {
    var documents = DOCUMENTS.in(given);
    var texts = TEXTS.in(given);
    if (documents.isPresent() && texts.isPresent()) {
      throw new InvalidInput(
          TEXTS.place(), "both documents and texts are given", "give one of them");
    }
    if (texts.isPresent()) {
      return ofTexts(texts.get());
    }
    forbid(COMPONENTS, "says how many numbers a text becomes, but there are no texts");
    if (QUERY_TEXT.in(given).isPresent()) {
      throw new InvalidInput(
          QUERY_TEXT.place(), "is given, but there are no texts", "give a query of numbers");
    }
    return documents.map(this::ofVectors).orElseGet(this::drawn);
  }

  /// The settings for the documents and the query of another problem, which need not be made again.
  CosineProblem over(CosineProblem before) {
    return problem(before.source(), before.documents(), before.query());
  }

  private void forbid(Parameter<?> parameter, String reason) {
    if (parameter.stated(given).isPresent()) {
      throw new InvalidInput(parameter.place(), reason, "leave it out");
    }
  }

  private CosineProblem ofVectors(double[][] documents) {
    forbid(NUM_DOCUMENTS, "is for documents that are drawn, but they are given");
    forbid(DIMENSIONS, "is for documents that are drawn, but they are given");
    var query = query(documents[0].length);
    if (query.isEmpty()) {
      throw new InvalidInput(
          QUERY.place(),
          "is missing",
          "give %s, as many as a document has"
              .formatted(Phrases.count(documents[0].length, "number")));
    }
    return problem(new Source.Vectors(), documents, query.get());
  }

  private CosineProblem ofTexts(List<String> texts) {
    forbid(NUM_DOCUMENTS, "is for documents that are drawn, but texts are given");
    forbid(DIMENSIONS, "is for documents that are drawn; for texts it is components");
    if (QUERY.in(given).isPresent()) {
      throw new InvalidInput(
          QUERY.place(), "is given as numbers, but the documents are texts", "give query_text");
    }
    if (texts.isEmpty()) {
      throw new InvalidInput(TEXTS.place(), "is empty", "give at least one text");
    }
    if (texts.stream().allMatch(text -> Tokens.of(text).isEmpty())) {
      throw new InvalidInput(
          TEXTS.place(), "holds no word that is not a stop word", "give texts with words in them");
    }
    int components = COMPONENTS.stated(given).orElse(STANDARD_COMPONENTS);
    var model = TextModel.of(texts, components);
    var query = QUERY_TEXT.in(given).orElse(texts.getFirst());
    return problem(
        new Source.Texts(model, query, components), model.vectors(), model.vector(query));
  }

  private CosineProblem drawn() {
    long seed = SEED.stated(given).orElse(STANDARD_SEED);
    int count = NUM_DOCUMENTS.stated(given).orElse(STANDARD_DOCUMENTS);
    var givenQuery = QUERY.in(given);
    int dimensions =
        DIMENSIONS
            .stated(given)
            .orElse(givenQuery.map(numbers -> numbers.length).orElse(STANDARD_DIMENSIONS));
    if ((long) count * dimensions > MOST_NUMBERS) {
      throw new InvalidInput(
          NUM_DOCUMENTS.place(),
          "%,d documents of %,d numbers are %,d numbers"
              .formatted(count, dimensions, (long) count * dimensions),
          "draw at most %,d numbers".formatted(MOST_NUMBERS));
    }
    var query = query(dimensions).orElseGet(() -> RandomDocuments.query(dimensions, seed));
    return problem(
        new Source.Drawn(seed, givenQuery.isPresent()),
        RandomDocuments.documents(count, dimensions, seed),
        query);
  }

  private CosineProblem problem(Source source, double[][] documents, double[] query) {
    int k = K.stated(given).orElse(Math.min(STANDARD_K, documents.length));
    if (k > documents.length) {
      var there =
          documents.length == 1
              ? "there is 1 document"
              : "there are %,d documents".formatted(documents.length);
      throw new InvalidInput(
          K.place(),
          "k is %,d, but %s".formatted(k, there),
          documents.length == 1
              ? "choose k = 1"
              : "choose k from 1 to %,d".formatted(documents.length));
    }
    var metric = METRIC.of(given);
    checkProducts(documents, query, MISTAKE.of(given).in(metric), metric);
    return new CosineProblem(
        source,
        documents,
        query,
        k,
        metric,
        EPSILON.of(given),
        SELECTION.of(given),
        MISTAKE.of(given));
  }

  /// Dot products of very large numbers are none.
  static void checkProducts(
      double[][] documents, double[] query, CosineMistake made, Metric metric) {
    if (metric != Metric.DOT && made != CosineMistake.LENGTHS_LEFT_IN) {
      return;
    }
    double ofQuery = Scaling.largest(query);
    for (int i = 0; i < documents.length; i++) {
      double product = Scaling.largest(documents[i]) * ofQuery * query.length;
      if (Double.isInfinite(product)) {
        throw new InvalidInput(
            (metric == Metric.DOT ? METRIC : MISTAKE).place(),
            "is %s, but the product of %s and the query could overflow"
                .formatted(metric == Metric.DOT ? metric.word() : made.id(), Words.document(i)),
            metric == Metric.DOT
                ? "choose cosine or euclidean, or give smaller numbers"
                : "choose none, or give smaller numbers");
      }
    }
  }

  private Optional<double[]> query(int dimensions) {
    var query = QUERY.in(given);
    query.ifPresent(numbers -> checkQuery(numbers, dimensions));
    return query;
  }

  /// Whether numbers can be the query of documents of so many numbers.
  ///
  /// @throws InvalidInput where they cannot
  static void checkQuery(double[] numbers, int dimensions) {
    Shapes.length(
        QUERY.place(), numbers.length, dimensions, "number", "the documents have " + dimensions);
  }
}
