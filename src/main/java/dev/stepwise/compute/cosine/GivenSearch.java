package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineProblem.Selection;
import dev.stepwise.compute.cosine.CosineProblem.Source;
import dev.stepwise.compute.cosine.text.TextModel;
import dev.stepwise.compute.cosine.text.Tokens;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.text.Phrases;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Makes a problem of what a scenario gives: checks and completes it.
final class GivenSearch {
  /// Whole numbers of a file are exact doubles for whoever reads it.
  static final long EXACT = 1L << 53;

  private static final int STANDARD_DOCUMENTS = 12;
  private static final int STANDARD_DIMENSIONS = 6;
  private static final long STANDARD_SEED = 42;

  /// More numbers than these don't fit the memory of an ordinary machine twice.
  private static final long MOST_NUMBERS = 64_000_000;

  /// Beyond this, a norm or a distance could overflow.
  static final double LARGEST = 1e300;

  private final Given given;

  GivenSearch(Given given) {
    this.given = given;
  }

  CosineProblem problem() {
    var documents = given.input("documents", double[][].class);
    @SuppressWarnings("unchecked") // the schema's kind says so
    var texts = given.input("texts", List.class).map(list -> (List<String>) list);
    if (documents.isPresent() && texts.isPresent()) {
      throw new InvalidInput(
          "/inputs/texts", "both documents and texts are given", "give one of them");
    }
    if (texts.isPresent()) {
      return ofTexts(texts.get());
    }
    forbid("components", "says how many numbers a text becomes, but there are no texts");
    if (given.input("query_text", String.class).isPresent()) {
      throw new InvalidInput(
          "/inputs/query_text", "is given, but there are no texts", "give a query of numbers");
    }
    return documents.map(this::ofVectors).orElseGet(this::drawn);
  }

  /// The settings for the documents and the query of another problem, which need not be made again.
  CosineProblem over(CosineProblem before) {
    return problem(before.source(), before.documents(), before.query());
  }

  private void forbid(String parameter, String reason) {
    if (given.parameter(parameter, Long.class).isPresent()) {
      throw new InvalidInput("/parameters/" + parameter, reason, "leave it out");
    }
  }

  private CosineProblem ofVectors(double[][] documents) {
    forbid("num_documents", "is for documents that are drawn, but they are given");
    forbid("dimensions", "is for documents that are drawn, but they are given");
    var query = query(documents[0].length);
    if (query.isEmpty()) {
      throw new InvalidInput(
          "/inputs/query",
          "is missing",
          "give %s, as many as a document has"
              .formatted(Phrases.count(documents[0].length, "number")));
    }
    return problem(new Source.Vectors(), documents, query.get());
  }

  private CosineProblem ofTexts(List<String> texts) {
    forbid("num_documents", "is for documents that are drawn, but texts are given");
    forbid("dimensions", "is for documents that are drawn; for texts it is components");
    if (given.input("query", double[].class).isPresent()) {
      throw new InvalidInput(
          "/inputs/query", "is given as numbers, but the documents are texts", "give query_text");
    }
    if (texts.isEmpty()) {
      throw new InvalidInput("/inputs/texts", "is empty", "give at least one text");
    }
    if (texts.stream().allMatch(text -> Tokens.of(text).isEmpty())) {
      throw new InvalidInput(
          "/inputs/texts",
          "holds no word that is not a stop word",
          "give texts with words in them");
    }
    int components =
        given
            .parameter("components", Long.class)
            .map(Long::intValue)
            .orElse(CosineExercise.STANDARD_COMPONENTS);
    var model = TextModel.of(texts, components);
    var query = given.input("query_text", String.class).orElse(texts.getFirst());
    return problem(
        new Source.Texts(model, query, components), model.vectors(), model.vector(query));
  }

  private CosineProblem drawn() {
    long seed = given.parameter("seed", Long.class).orElse(STANDARD_SEED);
    int count =
        given.parameter("num_documents", Long.class).map(Long::intValue).orElse(STANDARD_DOCUMENTS);
    var givenQuery = given.input("query", double[].class);
    int dimensions =
        given
            .parameter("dimensions", Long.class)
            .map(Long::intValue)
            .orElse(givenQuery.map(numbers -> numbers.length).orElse(STANDARD_DIMENSIONS));
    if ((long) count * dimensions > MOST_NUMBERS) {
      throw new InvalidInput(
          "/parameters/num_documents",
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
    long k =
        given
            .parameter("k", Long.class)
            .orElse((long) Math.min(CosineExercise.STANDARD_K, documents.length));
    if (k > documents.length) {
      var there =
          documents.length == 1
              ? "there is 1 document"
              : "there are %,d documents".formatted(documents.length);
      throw new InvalidInput(
          "/parameters/k",
          "k is %,d, but %s".formatted(k, there),
          documents.length == 1
              ? "choose k = 1"
              : "choose k from 1 to %,d".formatted(documents.length));
    }
    var metric =
        given
            .parameter("metric", String.class)
            .map(word -> word(Metric.values(), Metric::word, word, "metric"))
            .orElse(Metric.COSINE);
    checkProducts(documents, query, metric);
    return new CosineProblem(
        source,
        documents,
        query,
        (int) k,
        metric,
        given.parameter("epsilon", Double.class).orElse(CosineExercise.STANDARD_EPSILON),
        given
            .parameter("selection", String.class)
            .map(word -> word(Selection.values(), Selection::word, word, "selection"))
            .orElse(Selection.SORT));
  }

  /// Dot products of very large numbers are none.
  static void checkProducts(double[][] documents, double[] query, Metric metric) {
    if (metric != Metric.DOT) {
      return;
    }
    double ofQuery = Scaling.largest(query);
    for (int i = 0; i < documents.length; i++) {
      double product = Scaling.largest(documents[i]) * ofQuery * query.length;
      if (Double.isInfinite(product)) {
        throw new InvalidInput(
            "/parameters/metric",
            "is dot, but the product of %s and the query could overflow"
                .formatted(Words.document(i)),
            "choose cosine or euclidean, or give smaller numbers");
      }
    }
  }

  private static <E> E word(
      E[] values, java.util.function.Function<E, String> words, String word, String parameter) {
    return Arrays.stream(values)
        .filter(value -> words.apply(value).equals(word))
        .findFirst()
        .orElseThrow(() ->
            new InvalidInput(
                "/parameters/" + parameter,
                "is '" + word + "'",
                "choose " + String.join(", ", Arrays.stream(values).map(words).toList())));
  }

  private Optional<double[]> query(int dimensions) {
    var query = given.input("query", double[].class);
    query.ifPresent(numbers -> checkQuery(numbers, dimensions));
    return query;
  }

  /// Whether numbers can be the query of documents of so many numbers.
  ///
  /// @throws InvalidInput where they cannot
  static void checkQuery(double[] numbers, int dimensions) {
    if (numbers.length != dimensions) {
      throw new InvalidInput(
          "/inputs/query",
          "has %s, but the documents have %d"
              .formatted(Phrases.count(numbers.length, "number"), dimensions),
          "give " + Phrases.count(dimensions, "number"));
    }
  }
}
