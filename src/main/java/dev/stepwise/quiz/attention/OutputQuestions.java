package dev.stepwise.quiz.attention;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.Sharpness;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.NumberChoices;
import dev.stepwise.quiz.Question;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is asked about the output: the values, mixed by the weights.
record OutputQuestions(Draft<AttentionFrame> draft, Rows rows) {
  private static final int LEAST_WRONG = 2;

  OutputQuestions(Draft<AttentionFrame> draft) {
    this(draft, new Rows(draft.frame()));
  }

  private AttentionFrame frame() {
    return draft.frame();
  }

  /// Of the whole matrix one row is asked about.
  Optional<Question> mixed() {
    if (!rows.areShort()) {
      return Optional.empty();
    }
    return draft
        .drawn(
            IntStream.range(0, rows.count())
                .filter(i -> options(i, column(i)).size() >= LEAST_WRONG)
                .boxed()
                .toList())
        .flatMap(this::mixed);
  }

  Optional<Question> mixed(int query) {
    if (!rows.areShort() || Sharpness.broken(frame().pass().weights()[query])) {
      return Optional.empty();
    }
    int column = column(query);
    var options = options(query, column);
    if (options.size() < LEAST_WRONG) {
      return Optional.empty();
    }
    return draft
        .asks(
            "output",
            "What will number %d of %d in the output of %s be?"
                .formatted(column + 1, frame().headWidth(), rows.token(query)),
            options.sorted(),
            rows.written(Tensor.OUTPUT, query, column))
        .map(question -> question.about(Ref.of(Tensor.WEIGHTS.variable(), query, query)));
  }

  /// The column about which most mistakes tell themselves apart.
  private int column(int query) {
    return IntStream.range(0, frame().headWidth())
        .boxed()
        .max(
            Comparator.<Integer>comparingInt(column -> options(query, column).size())
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }

  private NumberChoices options(int query, int column) {
    double[][] values = frame().pass().v();
    double[] weights = frame().pass().weights()[query];
    double[] scores = frame().pass().scores()[query];
    double[] seen =
        IntStream.range(0, values.length)
            .filter(j -> scores[j] != Double.NEGATIVE_INFINITY)
            .mapToDouble(j -> values[j][column])
            .toArray();
    double sum = IntStream.range(0, seen.length).mapToDouble(j -> seen[j]).sum();
    return NumberChoices.right(frame().pass().output()[query][column])
        .wrong(values[Rows.greatest(weights)][column], "winner-takes-all")
        .wrong(sum / seen.length, "plain-mean")
        .wrong(sum, "sum-for-mean")
        .wrong(values[query][column], "keeps-its-own-value");
  }
}
