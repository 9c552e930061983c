package dev.stepwise.quiz.multihead;

import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.quiz.Choices;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.NumberChoices;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Option;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What is asked about the heads as a whole: shapes, what they cost, and what mixes them.
record SizeQuestions(Draft<MultiHeadFrame> draft) {

  private MultiHeadProblem problem() {
    return draft.frame().problem();
  }

  private int length() {
    return problem().length();
  }

  private int width() {
    return problem().modelWidth();
  }

  private int heads() {
    return problem().heads();
  }

  private String sizes() {
    return "d_model %d, %s".formatted(width(), Phrases.count(heads(), "head"));
  }

  private Ref lastWeight() {
    return Ref.of("attention_weights", heads() - 1, length() - 1, length() - 1);
  }

  /// Its column is one less than d_model.
  private Ref lastOutput() {
    return Ref.of("output", length() - 1, width() - 1);
  }

  /// Not asked where a head is as wide as there are tokens: then the ledger prints the same shape
  /// for what the heads mix.
  Optional<Question> shape() {
    return length() == problem().headWidth()
        ? Optional.empty()
        : draft.asks(
            "shape",
            "%s, %s: what shape do the weights of all heads have together?"
                .formatted(Phrases.count(length(), "token"), sizes()),
            Choices.right(shape(heads(), length(), length()))
                .wrong(shape(length(), length()).mistaken("one-matrix-for-all"))
                .wrong(
                    shape(heads(), length(), problem().headWidth())
                        .mistaken("weights-shaped-as-values"))
                .wrong(shape(length(), width()).mistaken("weights-shaped-as-the-input"))
                .mixed(draft.path()),
            lastWeight());
  }

  private static Option shape(int... sides) {
    return Option.of(
        Arrays.stream(sides).mapToObj(Integer::toString).collect(Collectors.joining("×")));
  }

  Optional<Question> scale() {
    int narrow = problem().headWidth();
    return draft.asks(
        "scale",
        "%s: what are the scores of each head divided by?".formatted(sizes()),
        Choices.right(Option.of("√" + narrow))
            .wrong(Option.of("√" + width()).mistaken("scales-by-the-model"))
            .wrong(Option.of(Integer.toString(narrow)).mistaken("root-left-out"))
            .wrong(Option.of("√" + heads()).mistaken("scales-by-the-heads"))
            .wrong(Option.of("√" + length()).mistaken("scales-by-the-tokens"))
            .mixed(draft.path()),
        lastWeight());
  }

  /// Asked about a column that W_o lets draw on every head.
  Optional<Question> draws() {
    var open =
        IntStream.range(0, width())
            .filter(column -> IntStream.range(0, heads()).allMatch(head -> reaches(head, column)))
            .boxed()
            .toList();
    return heads() == 1
        ? Optional.empty()
        : draft
            .drawn(open)
            .flatMap(column ->
                draft.asks(
                    "draws",
                    "Number %d of an output row: the results of which heads does it draw on?"
                        .formatted(column),
                    Choices.right(Option.of("of all heads"))
                        .wrong(
                            Option.of("of head %d alone".formatted(column / problem().headWidth()))
                                .mistaken("heads-stay-apart"))
                        .wrong(
                            Option.of("of the head with the greatest weight")
                                .mistaken("best-head-wins"))
                        .wrong(Option.of("of none, but of the input").mistaken("heads-are-skipped"))
                        .mixed(draft.path()),
                    Ref.of("output", 0, column)));
  }

  private boolean reaches(int head, int column) {
    int narrow = problem().headWidth();
    return IntStream.range(head * narrow, (head + 1) * narrow)
        .anyMatch(row -> problem().output()[row][column] != 0);
  }

  Optional<Question> parameters() {
    double square = (double) width() * width();
    return draft.asks(
        "parameters",
        "%s: how many weights do W_q, W_k, W_v and W_o have together?".formatted(sizes()),
        NumberChoices.right((double) problem().parameters())
            .wrong(4 * square * heads(), "each-head-as-wide")
            .wrong(3 * square, "forgets-w-o")
            .wrong(4.0 * width() * problem().headWidth(), "one-head-only")
            .wrong(4.0 * length() * width(), "grows-with-the-text")
            .sorted(number -> Phrases.number(Math.round(number))),
        lastOutput());
  }

  Optional<Question> moreHeads() {
    return width() % (2 * heads()) != 0
        ? Optional.empty()
        : draft.asks(
            "more-heads",
            "With %s in place of %d, and the same d_model, how many parameters would there be?"
                .formatted(Phrases.count(2L * heads(), "head"), heads()),
            Choices.right(Option.of("as many as now"))
                .wrong(Option.of("twice as many").mistaken("each-head-as-wide"))
                .wrong(Option.of("half as many").mistaken("narrow-is-cheaper"))
                .wrong(Option.of("four times as many").mistaken("heads-meet-heads"))
                .mixed(draft.path()),
            lastOutput());
  }
}
