package dev.stepwise.quiz.cosine;

import dev.stepwise.compute.cosine.CosineFrame;
import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.Geometry;
import dev.stepwise.compute.cosine.Words;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.quiz.Choices;
import dev.stepwise.quiz.Clearly;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.NumberChoices;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Option;
import dev.stepwise.quiz.Told;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// What is asked about the comparison of documents with the query.
record ScoreQuestions(Draft<CosineFrame> draft, Rows rows) {
  private static final int OFFERED = 5;
  private static final int LEAST_WRONG = 2;

  /// Of longer vectors nobody adds up the products.
  private static final int MOST_NUMBERS = 4;

  /// A cosine that is nearer to 0, and not 0, has no sign to see.
  private static final double LEAST_COSINE = 0.05;

  private static final double NOISE = 1e-6;

  /// The stage draws the angle of the first document from the start. So near to the query it would
  /// say who ranks first.
  private static final double ALONG = 0.99;

  ScoreQuestions(Draft<CosineFrame> draft) {
    this(draft, new Rows(draft.frame()));
  }

  private CosineFrame frame() {
    return draft.frame();
  }

  private Metric metric() {
    return frame().problem().metric();
  }

  private double score(int document) {
    return frame().search().similarities()[document];
  }

  private double dot(int document) {
    double[] query = frame().problem().query();
    double[] numbers = frame().raw(document);
    return IntStream.range(0, query.length).mapToDouble(j -> query[j] * numbers[j]).sum();
  }

  private double cosine(int document) {
    return Geometry.cosine(frame().raw(document), frame().problem().query());
  }

  private double length(int vector) {
    return Geometry.norm(frame().raw(vector));
  }

  private double[] ofAll(IntToDoubleFunction measure) {
    return IntStream.range(0, rows.count()).mapToDouble(measure).toArray();
  }

  Optional<Question> first() {
    if (!rows.areFew()) {
      return Optional.empty();
    }
    var best = Clearly.largest(frame().search().similarities());
    if (best.isEmpty() || (best.getAsInt() == 0 && cosine(0) > ALONG)) {
      return Optional.empty();
    }
    var choices = Choices.right(rows.option(best.getAsInt()));
    if (metric() != Metric.DOT) {
      Clearly.largest(ofAll(this::dot))
          .ifPresent(i -> choices.wrong(rows.option(i).mistaken("length-counts")));
    }
    if (metric() != Metric.COSINE) {
      Clearly.largest(ofAll(this::cosine))
          .ifPresent(i -> choices.wrong(rows.option(i).mistaken("direction-alone")));
    }
    Clearly.largest(ofAll(this::length))
        .ifPresent(i -> choices.wrong(rows.option(i).mistaken("longest-wins")));
    Clearly.largest(ofAll(i -> Math.abs(cosine(i))))
        .ifPresent(i -> choices.wrong(rows.option(i).mistaken("opposite-is-near")));
    Arrays.stream(Clearly.descending(frame().search().similarities()))
        .limit(OFFERED)
        .forEach(i -> choices.wrong(rows.option(i)));
    return draft.asks(
        "first",
        "Which document will rank first, by %s?"
            .formatted(
                metric() == Metric.EUCLIDEAN
                    ? "the distance to the query"
                    : "its " + Words.measure(metric()) + " with the query"),
        choices.sorted(
            Comparator.comparingInt(option -> Integer.parseInt(option.text().substring(1)))),
        Ref.of("scores", best.getAsInt()));
  }

  Optional<Question> shape() {
    int n = rows.count();
    int d = frame().problem().dimensions();
    return draft.asks(
        "shape",
        "%s of %s and one query: what shape do the scores have?"
            .formatted(Phrases.count(n, "document"), Phrases.count(d, "number")),
        Choices.right(shape(n))
            .wrong(shape(d).mistaken("a-score-a-number"))
            .wrong(shape(n, d).mistaken("products-not-added"))
            .wrong(shape(n, n).mistaken("all-against-all"))
            .mixed(draft.path()),
        Ref.of("scores", n - 1));
  }

  private static Option shape(int... sides) {
    var words = Arrays.stream(sides).mapToObj(Integer::toString).toList();
    return Option.of(
        sides.length == 1 ? "(%s,)".formatted(words.getFirst()) : String.join("×", words));
  }

  Optional<Question> work() {
    double n = rows.count();
    double d = frame().problem().dimensions();
    return draft.asks(
        "work",
        "%s of %s: how many %s does the comparison with one query take?"
            .formatted(
                Phrases.count(rows.count(), "document"),
                Phrases.count(frame().problem().dimensions(), "number"),
                metric() == Metric.EUCLIDEAN ? "squared differences" : "multiplications"),
        NumberChoices.right(n * d)
            .wrong(n, "one-a-document")
            .wrong(n * n, "all-against-all")
            .wrong(n + d, "sizes-added")
            .wrong(n * d * d, "a-matrix-product")
            .sorted(number -> Phrases.number(Math.round(number))),
        Ref.of("scores", rows.count() - 1));
  }

  Optional<Question> sign(int document) {
    double score = score(document);
    boolean told = score == 0 || Math.abs(cosine(document)) > LEAST_COSINE;
    if (metric() == Metric.EUCLIDEAN || !rows.areFew() || !told || Double.isNaN(score)) {
      return Optional.empty();
    }
    var plus = Option.of("positive");
    var none = Option.of("exactly 0");
    var minus = Option.of("negative");
    var choices =
        score > 0
            ? Choices.right(plus).wrong(none).wrong(minus)
            : score < 0
                ? Choices.right(minus)
                    .wrong(none.mistaken("similarity-ends-at-zero"))
                    .wrong(plus.mistaken("similarity-is-positive"))
                : Choices.right(none).wrong(plus.mistaken("similarity-is-positive")).wrong(minus);
    return draft
        .asks(
            "sign",
            "What is the sign of the %s of %s with the query?"
                .formatted(Words.measure(metric()), rows.name(document)),
            choices.mixed(draft.path()),
            Ref.of("scores[i]"))
        .map(question -> rows.about(question, document));
  }

  Optional<Question> similarity(int document) {
    if (frame().problem().dimensions() > MOST_NUMBERS) {
      return Optional.empty();
    }
    return switch (metric()) {
      case COSINE -> ofCosine(document);
      case DOT -> ofProduct(document);
      case EUCLIDEAN -> ofDistance(document);
    };
  }

  private Optional<Question> ofCosine(int document) {
    double dot = dot(document);
    double mine = length(document);
    double query = length(frame().queryNumber());
    double score = score(document);
    var options =
        NumberChoices.right(score)
            .wrong(dot, "lengths-left-in")
            .wrong(dot / mine, "query-not-normalised")
            .wrong(dot / (mine + query), "lengths-added")
            .wrong(isOne(score) ? 1 - Math.signum(score) : 1 - score, "distance-for-similarity");
    return Told.of(
            score, ScoreQuestions::told, told -> told[0] / (told[1] * told[2]), dot, mine, query)
        .flatMap(told ->
            asked(
                document,
                "The dot product of %s and the query is %s, their lengths are %s and %s. What is their cosine?"
                    .formatted(rows.name(document), told.get(0), told.get(1), told.get(2)),
                options));
  }

  private Optional<Question> ofProduct(int document) {
    double score = score(document);
    double sums =
        Arrays.stream(frame().raw(document)).sum() * Arrays.stream(frame().problem().query()).sum();
    var options =
        NumberChoices.right(score)
            .wrong(cosine(document), "direction-alone")
            .wrong(length(document) * length(frame().queryNumber()), "angle-left-out")
            .wrong(sums, "product-of-sums");
    return pair(document, score, (one, other) -> Geometry.dot(one, other, one.length))
        .flatMap(pair -> asked(document, pair + " What is their dot product?", options));
  }

  private Optional<Question> ofDistance(int document) {
    double distance = -score(document);
    double[] query = frame().problem().query();
    double[] numbers = frame().raw(document);
    double blocks =
        IntStream.range(0, query.length).mapToDouble(j -> Math.abs(query[j] - numbers[j])).sum();
    var options =
        NumberChoices.right(distance)
            .wrong(distance * distance, "root-left-out")
            .wrong(blocks, "sum-of-sizes")
            .wrong(
                Math.abs(length(document) - length(frame().queryNumber())),
                "difference-of-lengths");
    return pair(document, distance, (one, other) -> Geometry.distance(one, other, one.length))
        .flatMap(pair -> asked(document, pair + " How far apart are they?", options));
  }

  /// The vectors of a document and of the query, told so that the answer can be computed.
  private Optional<String> pair(
      int document, double right, ToDoubleBiFunction<double[], double[]> arithmetic) {
    double[] numbers = frame().raw(document);
    double[] both =
        DoubleStream.concat(Arrays.stream(numbers), Arrays.stream(frame().problem().query()))
            .toArray();
    int d = numbers.length;
    return Told.of(
            right,
            told ->
                arithmetic.applyAsDouble(
                    Arrays.copyOf(told, d), Arrays.copyOfRange(told, d, 2 * d)),
            both)
        .map(told ->
            "%s is %s, the query %s."
                .formatted(
                    rows.subject(document),
                    Told.vector(told.subList(0, d)),
                    Told.vector(told.subList(d, 2 * d))));
  }

  private Optional<Question> asked(int document, String prompt, NumberChoices options) {
    return options.size() < LEAST_WRONG || isDamped(document)
        ? Optional.empty()
        : draft
            .asks("similarity", prompt, options.sorted(ScoreQuestions::told), Ref.of("scores[i]"))
            .map(question -> rows.about(question, document));
  }

  /// Of the same direction a cosine is 1, whatever ε takes from it.
  private static String told(double number) {
    return Numbers.text(isOne(number) ? Math.signum(number) : number);
  }

  private static boolean isOne(double number) {
    return Math.abs(Math.abs(number) - 1) < NOISE;
  }

  /// Whether ε is so large beside the lengths that they count after all.
  private boolean isDamped(int document) {
    return metric() == Metric.COSINE && Math.abs(cosine(document) - score(document)) > NOISE;
  }

  Optional<Question> stretch(int document) {
    double score = score(document);
    boolean told = Math.abs(score) >= LEAST_COSINE && !isDamped(document);
    if (metric() == Metric.EUCLIDEAN || !rows.areFew() || !told) {
      return Optional.empty();
    }
    boolean counts = metric() == Metric.DOT;
    var same = Option.of("the same as now");
    var twice = Option.of("twice as large");
    return draft
        .asks(
            "stretch",
            "If %s were twice as long, in the same direction, how large would its %s be?"
                .formatted(rows.name(document), Words.measure(metric())),
            (counts
                    ? Choices.right(twice).wrong(same.mistaken("direction-alone"))
                    : Choices.right(same).wrong(twice.mistaken("length-counts")))
                .wrong(Option.of("half as large").mistaken("longer-is-farther"))
                .wrong(Option.of("four times as large").mistaken("lengths-squared"))
                .mixed(draft.path()),
            Ref.of("scores[i]"))
        .map(question -> rows.about(question, document));
  }
}
