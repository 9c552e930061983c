package dev.stepwise.quiz.attention;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.Tensor;
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

/// What is asked about the scores: the products of queries and keys, scaled and masked.
record ScoreQuestions(Draft<AttentionFrame> draft, Rows rows) {
  private static final int KEYS_OFFERED = 5;

  ScoreQuestions(Draft<AttentionFrame> draft) {
    this(draft, new Rows(draft.frame()));
  }

  private AttentionFrame frame() {
    return draft.frame();
  }

  /// Of the whole matrix one row is asked about.
  Optional<Question> agrees() {
    return draft.drawn(rows.decided(frame().pass().products())).flatMap(this::agrees);
  }

  Optional<Question> agrees(int query) {
    double[] products = frame().pass().products()[query];
    var best = Clearly.largest(products);
    if (best.isEmpty() || !rows.areShort()) {
      return Optional.empty();
    }
    double[] lengths = lengths(frame().pass().k());
    double[] sizes = Arrays.stream(products).map(Math::abs).toArray();
    var choices = Choices.right(key(best.getAsInt()));
    Clearly.largest(sizes).ifPresent(j -> choices.wrong(key(j).mistaken("by-magnitude")));
    Clearly.largest(lengths).ifPresent(j -> choices.wrong(key(j).mistaken("longest-key")));
    choices.wrong(key(query).mistaken("looks-at-itself"));
    Arrays.stream(Clearly.descending(products))
        .limit(KEYS_OFFERED)
        .forEach(j -> choices.wrong(key(j)));
    return draft
        .asks(
            "agrees",
            "Which key fits the query of %s best, with the greatest product?"
                .formatted(rows.token(query)),
            choices.sorted(byKey()),
            rows.written(Tensor.SCORES, query))
        .map(question -> question.about(Ref.of(Tensor.Q.variable(), query, 0)));
  }

  private Option key(int j) {
    return rows.key(j, Ref.of(Tensor.K.variable(), j, frame().headWidth() - 1));
  }

  private static Comparator<Option> byKey() {
    return Comparator.comparingInt(option -> option.drawn().orElseThrow().index(0));
  }

  private static double[] lengths(double[][] vectors) {
    return Arrays.stream(vectors)
        .mapToDouble(row -> Math.sqrt(Arrays.stream(row).map(x -> x * x).sum()))
        .toArray();
  }

  Optional<Question> terms() {
    int width = frame().headWidth();
    return draft.asks(
        "terms",
        "How many products are added up for one score, that of one query and one key?",
        NumberChoices.right(width)
            .wrong(rows.count(), "sums-over-tokens")
            .wrong(frame().problem().modelWidth(), "sums-over-the-embedding")
            .wrong((double) width * rows.count(), "multiplies-the-shape")
            .sorted(ScoreQuestions::whole),
        Ref.of(Tensor.SCORES.variable(), 0, 0));
  }

  Optional<Question> quadratic() {
    double twice = 2.0 * rows.count();
    return draft.asks(
        "quadratic",
        "How many scores would there be for twice as many tokens, %s in all?"
            .formatted(whole(twice)),
        NumberChoices.right(twice * twice)
            .wrong(2.0 * rows.count() * rows.count(), "cost-grows-linearly")
            .wrong(twice * frame().headWidth(), "scores-by-feature")
            .wrong(twice, "a-score-a-token")
            .sorted(ScoreQuestions::whole),
        Ref.of(Tensor.SCORES.variable(), rows.count() - 1, rows.count() - 1));
  }

  private static String whole(double number) {
    return Phrases.number(Math.round(number));
  }

  /// Of the whole matrix the row is asked about that holds the greatest score.
  Optional<Question> scaled() {
    double[] greatest =
        Arrays.stream(frame().pass().products())
            .mapToDouble(row -> row[Rows.greatest(row)])
            .toArray();
    return scaled(Rows.greatest(greatest));
  }

  Optional<Question> scaled(int query) {
    double[] products = frame().pass().products()[query];
    int key = Rows.greatest(products);
    double score = products[key];
    int width = frame().headWidth();
    double scaled = frame().pass().scaled()[query][key];
    double divisor = scaled == 0 ? 1 : score / scaled;
    return Told.of(scaled, told -> told[0] / divisor, score)
        .flatMap(told ->
            draft.asks(
                "scale",
                "The score of %s for %s is %s, and d_k is %d. What does scaling make of it?"
                    .formatted(rows.token(query), rows.token(key), told.getFirst(), width),
                NumberChoices.right(scaled)
                    .wrong(score / width, "divides-by-d_k")
                    .wrong(score / Math.sqrt(rows.count()), "divides-by-the-tokens")
                    .wrong(score, "scales-the-weights")
                    .wrong(score * Math.sqrt(width), "multiplies-by-the-root")
                    .sorted(),
                rows.written(Tensor.SCORES, query, key)))
        .map(question -> question.about(Rows.score(query, key)));
  }

  Optional<Question> hidden() {
    double n = rows.count();
    return draft.asks(
        "hidden-scores",
        "%s: how many of the %s does the causal mask hide?"
            .formatted(
                Phrases.count(rows.count(), "token"),
                Phrases.count((long) rows.count() * rows.count(), "score")),
        NumberChoices.right(n * (n - 1) / 2)
            .wrong(n * (n + 1) / 2, "hides-itself")
            .wrong(n * (n - 1), "hides-all-others")
            .wrong(n, "hides-one-a-row")
            .sorted(ScoreQuestions::whole),
        Ref.of(Tensor.SCORES.variable(), 0, rows.count() - 1));
  }

  Optional<Question> sees(int query) {
    int n = rows.count();
    return draft
        .asks(
            "sees",
            "%s is row %d of %d rows, counted from 0. How many keys does its query see through the causal mask?"
                .formatted(Phrases.capital(rows.token(query)), query, n),
            NumberChoices.right(query + 1)
                .wrong(query, "hides-itself")
                .wrong(n - query, "masks-the-past")
                .wrong(n, "mask-hides-nothing")
                .sorted(ScoreQuestions::whole),
            rows.written(Tensor.SCORES, query))
        .map(question -> question.about(Rows.score(query, query)));
  }
}
