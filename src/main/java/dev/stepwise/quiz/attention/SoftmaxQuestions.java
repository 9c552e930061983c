package dev.stepwise.quiz.attention;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.SoftmaxTrouble;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.attention.Winners;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.quiz.Choices;
import dev.stepwise.quiz.Clearly;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Answer;
import dev.stepwise.quiz.Question.Option;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is asked about softmax: how scores become weights.
record SoftmaxQuestions(Draft<AttentionFrame> draft, Rows rows) {
  private static final int OFFERED = 5;

  SoftmaxQuestions(Draft<AttentionFrame> draft) {
    this(draft, new Rows(draft.frame()));
  }

  private AttentionFrame frame() {
    return draft.frame();
  }

  private double[] scores(int query) {
    return frame().pass().scores()[query];
  }

  private double[] weights(int query) {
    return frame().pass().weights()[query];
  }

  private boolean isSound(int query) {
    return SoftmaxTrouble.of(frame(), query) == SoftmaxTrouble.NONE;
  }

  private boolean hides() {
    return frame().problem().settings().hides();
  }

  /// Of the whole matrix one row is asked about.
  Optional<Question> winner() {
    var decided = rows.decided(frame().pass().weights());
    return draft.drawn(decided.stream().filter(i -> seen(i) > 1).toList()).flatMap(this::winner);
  }

  private long seen(int query) {
    return Arrays.stream(scores(query)).filter(score -> score != Double.NEGATIVE_INFINITY).count();
  }

  Optional<Question> winner(int query) {
    if (!rows.areLegible() || !isSound(query) || seen(query) < 2) {
      return Optional.empty();
    }
    var winner = Clearly.largest(weights(query));
    if (winner.isEmpty()) {
      return Optional.empty();
    }
    double[] scores = scores(query);
    double[] sizes = Arrays.stream(scores).map(SoftmaxQuestions::size).toArray();
    var choices = Choices.right(key(query, winner.getAsInt()));
    if (hides()) {
      int unmasked = Rows.greatest(frame().pass().scaled()[query]);
      if (unmasked > query) {
        choices.wrong(key(query, unmasked).mistaken("sees-the-future"));
      }
    }
    Clearly.largest(sizes).ifPresent(j -> choices.wrong(key(query, j).mistaken("by-magnitude")));
    choices.wrong(key(query, query).mistaken("looks-at-itself"));
    Arrays.stream(Clearly.descending(scores))
        .filter(j -> scores[j] != Double.NEGATIVE_INFINITY)
        .limit(OFFERED)
        .forEach(j -> choices.wrong(key(query, j)));
    return draft
        .asks(
            "winner",
            "Which key gets the greatest weight from the query of %s?".formatted(rows.token(query)),
            choices.sorted(
                Comparator.comparingInt(option -> option.drawn().orElseThrow().index(1))),
            rows.written(Tensor.WEIGHTS, query))
        .map(question -> question.about(Ref.of(Tensor.Q.variable(), query, 0)));
  }

  /// The size of a score that is not hidden.
  private static double size(double score) {
    return score == Double.NEGATIVE_INFINITY ? score : Math.abs(score);
  }

  private Option key(int query, int j) {
    return rows.key(j, Rows.score(query, j));
  }

  /// Whose greatest weight is the greatest of all.
  Optional<Question> sharpest() {
    if (!rows.areLegible()) {
      return Optional.empty();
    }
    double[][] weights = frame().pass().weights();
    double[] most = Arrays.stream(weights).mapToDouble(row -> row[Rows.greatest(row)]).toArray();
    double[] scores =
        Arrays.stream(frame().pass().scores())
            .mapToDouble(row -> row[Rows.greatest(row)])
            .toArray();
    var sharpest = Clearly.largest(most);
    if (sharpest.isEmpty()) {
      return Optional.empty();
    }
    var choices = Choices.right(query(sharpest.getAsInt()));
    Clearly.largest(scores).ifPresent(i -> choices.wrong(query(i).mistaken("greatest-score")));
    Arrays.stream(Clearly.descending(most)).limit(OFFERED).forEach(i -> choices.wrong(query(i)));
    int[] winners = Arrays.stream(weights).mapToInt(Rows::greatest).toArray();
    return draft.asks(
        "sharpest",
        "Which query looks most decidedly at one key, with the greatest weight of all?",
        choices.sorted(Comparator.comparingInt(option -> option.drawn().orElseThrow().index(0))),
        IntStream.range(0, rows.count())
            .mapToObj(i -> rows.written(Tensor.WEIGHTS, i, winners[i]))
            .toList());
  }

  private Option query(int i) {
    return Option.of(rows.token(i)).at(Ref.of(Tensor.Q.variable(), i, frame().headWidth() - 1));
  }

  /// Of the whole matrix a row is asked about that has no weights, where there is one.
  Optional<Question> rowSum() {
    var all = IntStream.range(0, rows.count()).boxed().toList();
    var unsound = all.stream().filter(i -> !isSound(i)).toList();
    return draft.drawn(unsound.isEmpty() ? all : unsound).flatMap(this::rowSum);
  }

  Optional<Question> rowSum(int query) {
    double scores = Arrays.stream(scores(query)).sum();
    var one = Option.of("1");
    var choices =
        switch (SoftmaxTrouble.of(frame(), query)) {
          case NONE ->
              Choices.right(one).wrong(Option.of(whole(rows.count())).mistaken("one-each"));
          case OVERFLOW, UNDERFLOW ->
              Choices.right(Option.of("NaN")).wrong(one.mistaken("softmax-cannot-fail"));
          case INFINITE_SUM ->
              Choices.right(Option.of("0")).wrong(one.mistaken("softmax-cannot-fail"));
        };
    if (Double.isFinite(scores) && Clearly.differ(scores, 1)) {
      choices.wrong(Option.of(Numbers.text(scores)).mistaken("keeps-the-sum"));
    }
    choices.wrong(Option.of("∞"));
    return draft
        .asks(
            "row-sum",
            "What do the weights of the query of %s sum to?".formatted(rows.token(query)),
            choices.mixed(draft.path()),
            rows.written(Tensor.WEIGHTS, query))
        .map(question -> question.about(Ref.of(Tensor.Q.variable(), query, 0)));
  }

  private static String whole(long number) {
    return Phrases.number(number);
  }

  Optional<Question> columnSum() {
    int n = rows.count();
    if (n < 2 || !rows.areLegible()) {
      return Optional.empty();
    }
    double[] sums = new double[n];
    for (double[] row : frame().pass().weights()) {
      Arrays.setAll(sums, j -> sums[j] + row[j]);
    }
    boolean apart = Arrays.stream(sums).anyMatch(sum -> Clearly.differ(sum, 1));
    boolean told = apart || Arrays.stream(sums).allMatch(sum -> Math.abs(sum - 1) < 1e-9);
    if (!told || IntStream.range(0, n).anyMatch(i -> !isSound(i))) {
      return Optional.empty();
    }
    var ones = Option.of("each to 1, like the rows");
    var others = Option.of("some to more than 1, some to less");
    var choices =
        apart
            ? Choices.right(others).wrong(ones.mistaken("softmax-along-columns"))
            : Choices.right(ones).wrong(others);
    return draft.asks(
        "column-sum",
        "What do the columns of the weights sum to?",
        choices
            .wrong(Option.of("each to the number of tokens").mistaken("one-each"))
            .mixed(draft.path()),
        IntStream.range(0, n)
            .boxed()
            .flatMap(i -> rows.written(Tensor.WEIGHTS, i).stream())
            .toList());
  }

  Optional<Question> hiddenWeight(int query) {
    int last = rows.count() - 1;
    if (!hides() || query == last || !isSound(query)) {
      return Optional.empty();
    }
    return draft
        .asks(
            "hidden-weight",
            "The mask hides %s from the query of %s. What weight does it get?"
                .formatted(rows.token(last), rows.token(query)),
            Choices.right(Option.of("exactly 0"))
                .wrong(Option.of("−∞").mistaken("mask-survives-softmax"))
                .wrong(Option.of("a little more than 0").mistaken("mask-only-dampens"))
                .wrong(Option.of("1/" + whole(rows.count())).mistaken("counts-the-hidden"))
                .mixed(draft.path()),
            rows.written(Tensor.WEIGHTS, query, last))
        .map(question -> question.about(Rows.score(query, last)));
  }

  Optional<Question> even(int query) {
    var winners = Winners.of(scores(query));
    if (!winners.all() || !isSound(query)) {
      return Optional.empty();
    }
    var choices =
        Choices.right(share(winners.count()))
            .wrong(Option.of("1").mistaken("one-each"))
            .wrong(Option.of("0").mistaken("equal-scores-cancel"))
            .wrong(share(rows.count()).mistaken("counts-the-hidden"));
    return draft
        .asks(
            "even",
            "The %s that the query of %s sees have equal scores. What weight does each get?"
                .formatted(Phrases.count(winners.count(), "key"), rows.token(query)),
            choices.mixed(draft.path()),
            rows.written(Tensor.WEIGHTS, query))
        .map(question -> question.about(Ref.of(Tensor.Q.variable(), query, 0)));
  }

  private static Option share(int count) {
    return Option.of("1/" + whole(count));
  }

  Optional<Question> exponential(int query) {
    double[] scores = scores(query);
    int top = Rows.greatest(scores);
    var at = Ref.of("exps[%d]".formatted(query), top);
    var greatest = Numbers.text(scores[top]);
    return draft
        .asks(
            "exponential",
            frame().problem().settings().isStable()
                ? "The greatest score was %s before the greatest was subtracted from all. What is its exponential?"
                    .formatted(greatest)
                : "The greatest score is %s, and nothing is subtracted from it. What is its exponential, as a double?"
                    .formatted(greatest),
            exponentials(query, scores[top]),
            List.of(at))
        .map(question -> question.about(Rows.score(query, top)));
  }

  private Optional<Answer> exponentials(int query, double greatest) {
    var choices =
        switch (SoftmaxTrouble.of(frame(), query)) {
          case NONE -> frame().problem().settings().isStable() ? afterShift(greatest) : null;
          case OVERFLOW ->
              Choices.right(Option.of("∞"))
                  .wrong(Option.of("1.8·10³⁰⁸, the largest double").mistaken("stops-at-the-end"))
                  .wrong(Option.of("NaN").mistaken("overflow-is-nan"))
                  .wrong(Option.of("1").mistaken("always-shifted"));
          case UNDERFLOW ->
              Choices.right(Option.of("0"))
                  .wrong(Option.of("4.9·10⁻³²⁴, the least above 0").mistaken("stops-at-the-end"))
                  .wrong(Option.of("NaN").mistaken("overflow-is-nan"))
                  .wrong(Option.of("1").mistaken("always-shifted"));
          case INFINITE_SUM -> null;
        };
    return Optional.ofNullable(choices).flatMap(each -> each.mixed(draft.path()));
  }

  private static Choices afterShift(double greatest) {
    var choices =
        Choices.right(Option.of("1"))
            .wrong(Option.of("0").mistaken("exponential-of-0-is-0"))
            .wrong(Option.of(Numbers.text(Math.E)).mistaken("shifts-to-1"));
    double unshifted = Math.exp(greatest);
    if (Clearly.differ(unshifted, 1) && Clearly.differ(unshifted, Math.E)) {
      choices.wrong(Option.of(Numbers.text(unshifted)).mistaken("forgets-the-shift"));
    }
    return choices;
  }
}
