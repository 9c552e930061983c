package dev.stepwise.quiz.cosine;

import dev.stepwise.compute.cosine.CosineFrame;
import dev.stepwise.compute.cosine.HeapFocus;
import dev.stepwise.compute.cosine.SelectionFocus;
import dev.stepwise.compute.cosine.Words;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.quiz.Choices;
import dev.stepwise.quiz.Clearly;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.NumberChoices;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Option;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is asked about the selection of the best documents.
record SelectionQuestions(Draft<CosineFrame> draft, Rows rows) {
  private static final int TIED_NAMED = 4;

  SelectionQuestions(Draft<CosineFrame> draft) {
    this(draft, new Rows(draft.frame()));
  }

  private CosineFrame frame() {
    return draft.frame();
  }

  private double score(int document) {
    return frame().search().similarities()[document];
  }

  /// Of all ties the first within the best k is asked about.
  Optional<Question> tie() {
    int[] ranking = frame().search().ranking();
    return !rows.areFew()
        ? Optional.empty()
        : IntStream.range(0, Math.min(frame().problem().k(), ranking.length - 1))
            .filter(place -> score(ranking[place]) == score(ranking[place + 1]))
            .boxed()
            .findFirst()
            .flatMap(place -> tie(ranking, place));
  }

  private Optional<Question> tie(int[] ranking, int place) {
    int[] tied =
        Arrays.stream(ranking).filter(i -> score(i) == score(ranking[place])).sorted().toArray();
    if (tied.length > TIED_NAMED) {
      return Optional.empty();
    }
    var choices = Choices.right(rows.option(ranking[place]));
    Arrays.stream(tied).forEach(i -> choices.wrong(rows.option(i).mistaken("tie-to-the-higher")));
    var names = Arrays.stream(tied).mapToObj(Words::document).toList();
    return draft.asks(
        "tie",
        "%s are exactly equally near. Which of them ranks first?".formatted(Phrases.listed(names)),
        choices
            .wrong(Option.of("it is left to chance").mistaken("tie-at-random"))
            .mixed(draft.path()),
        Ref.of(draft.step().writes().getFirst(), place));
  }

  Optional<Question> place(SelectionFocus.Inserted inserted) {
    int document = inserted.document();
    int place = inserted.insertion().place();
    int placed = frame().standing().placed();
    int[] order = frame().standing().order();
    boolean told =
        IntStream.range(0, placed)
            .filter(at -> at != place)
            .allMatch(at -> Clearly.differ(score(order[at]), score(document)));
    return placed < 2 || !rows.areFew() || !told
        ? Optional.empty()
        : draft.asks(
            "place",
            "%s in order. At which place does %s go, with %s?"
                .formatted(
                    firsts(placed - 1),
                    rows.name(document),
                    Words.similarity(score(document), frame().problem().metric())),
            NumberChoices.right(place + 1)
                .wrong(placed, "appended-at-the-end")
                .wrong(placed - place, "smallest-first")
                .wrong(1, "newest-first")
                .wrong(place + 2, "behind-the-next")
                .sorted(SelectionQuestions::ordinal),
            Ref.of("ranking", place));
  }

  private static String firsts(int count) {
    return count == 1
        ? "d1 alone is"
        : "The first %s are".formatted(Phrases.count(count, "document"));
  }

  private static String ordinal(double place) {
    return "place " + Math.round(place);
  }

  Optional<Question> enters(HeapFocus.Offered offered) {
    int document = offered.document();
    if (offered.worst() < 0 || !Clearly.differ(score(document), score(offered.worst()))) {
      return Optional.empty();
    }
    int best = best(document);
    var instead = replaces(offered.worst());
    var no = Option.of("no, it stays outside");
    var choices =
        offered.entered()
            ? Choices.right(instead).wrong(no.mistaken("must-beat-the-best"))
            : Choices.right(no).wrong(instead.mistaken("every-document-enters"));
    choices
        .wrong(replaces(best).mistaken("replaces-the-best"))
        .wrong(Option.of("yes, and the heap grows").mistaken("heap-grows"));
    return draft.asks(
        "heap",
        "The heap holds the best %d so far. Does %s come in, with %s?"
            .formatted(
                frame().problem().k(),
                rows.name(document),
                Words.similarity(score(document), frame().problem().metric())),
        choices.mixed(draft.path()),
        Ref.of("score"));
  }

  private static Option replaces(int other) {
    return Option.of("yes, and %s leaves".formatted(Words.document(other)));
  }

  /// The best document of those before one.
  private int best(int document) {
    return IntStream.range(0, document)
        .boxed()
        .max((one, other) -> Double.compare(score(one), score(other)))
        .orElseThrow();
  }
}
