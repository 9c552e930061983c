package dev.stepwise.quiz.multihead;

import dev.stepwise.compute.multihead.MultiHead.Place;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.compute.multihead.Tracked;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.quiz.Choices;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.NumberChoices;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Option;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What is asked about the way of a number through the shapes: of the one that the ledger follows.
/// Tokens, heads and columns count from 0, as NumPy counts them.
record PlaceQuestions(Draft<MultiHeadFrame> draft) {

  private MultiHeadProblem problem() {
    return draft.frame().problem();
  }

  private Tracked tracked() {
    return draft.frame().pass().tracked();
  }

  private Ref whole() {
    return Ref.of("Q", tracked().row(), tracked().column());
  }

  private static String index(int... at) {
    return Arrays.stream(at)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static Option option(int... at) {
    return Option.of(index(at));
  }

  private static String shape(int... sides) {
    return Arrays.stream(sides).mapToObj(Integer::toString).collect(Collectors.joining("×"));
  }

  /// From n×d_model to n×heads×d_k. One head has nothing to choose.
  Optional<Question> cut() {
    int row = tracked().row();
    int column = tracked().column();
    int heads = problem().heads();
    var to = tracked().rightPlace(problem());
    return heads == 1
        ? Optional.empty()
        : draft
            .asks(
                "cut",
                "Q goes from %s to %s: token, head, place. Where does Q[%d, %d] land?"
                    .formatted(
                        shape(problem().length(), problem().modelWidth()),
                        shape(problem().length(), heads, problem().headWidth()),
                        row,
                        column),
                Choices.right(option(to.token(), to.head(), to.column()))
                    .wrong(option(to.head(), to.token(), to.column()).mistaken("turns-too-early"))
                    .wrong(option(row, column % heads, column / heads).mistaken("dealt-in-turns"))
                    .wrong(option(row, to.head(), column).mistaken("keeps-its-column"))
                    .mixed(draft.path()),
                Ref.of("Q", to.token(), to.head(), to.column()))
            .map(question -> question.about(whole()));
  }

  /// About a column of another head than that of the number followed, whose columns are told.
  Optional<Question> whose() {
    int width = problem().headWidth();
    int known = tracked().column() / width;
    return draft
        .drawn(
            IntStream.range(0, problem().modelWidth())
                .filter(column -> column / width != known)
                .boxed()
                .toList())
        .flatMap(this::whose);
  }

  private Optional<Question> whose(int column) {
    int heads = problem().heads();
    int width = problem().headWidth();
    int head = column / width;
    int row = tracked().row();
    return draft
        .asks(
            "whose",
            "%d columns are cut into %d heads, counted from 0. Which head gets column %d?"
                .formatted(problem().modelWidth(), heads, column),
            Choices.right(head(head))
                .wrong(head(column % heads).mistaken("dealt-in-turns"))
                .wrong(head(Math.min(heads - 1, head + 1)).mistaken("heads-from-one"))
                .wrong(head(column % width % heads).mistaken("place-for-head"))
                .wrong(head(row % heads).mistaken("cuts-the-rows"))
                .wrong(Option.of("all heads get it").mistaken("heads-share-columns"))
                .mixed(draft.path()),
            Ref.of("Q", row, head, column % width))
        .map(question -> question.about(Ref.of("Q", row, column)));
  }

  private static Option head(int head) {
    return Option.of("head " + head);
  }

  /// From n×heads×d_k to heads×n×d_k.
  Optional<Question> turned() {
    var to = tracked().rightPlace(problem());
    return draft
        .asks(
            "turned",
            "Tokens and heads change places: %s becomes %s. Where does Q%s go?"
                .formatted(
                    shape(problem().length(), problem().heads(), problem().headWidth()),
                    shape(problem().heads(), problem().length(), problem().headWidth()),
                    index(to.token(), to.head(), to.column())),
            Choices.right(place(to))
                .wrong(option(to.token(), to.head(), to.column()).mistaken("stays-in-place"))
                .wrong(option(to.column(), to.head(), to.token()).mistaken("turns-all-axes"))
                .wrong(option(to.token(), to.column(), to.head()).mistaken("turns-the-last-two"))
                .mixed(draft.path()),
            ref(to))
        .map(question -> question.about(Ref.of("Q", to.token(), to.head(), to.column())));
  }

  private static Option place(Place place) {
    return option(place.head(), place.token(), place.column());
  }

  private static Ref ref(Place place) {
    return Ref.of("Q", place.head(), place.token(), place.column());
  }

  /// The wrong reshape: where the number lands in the order of memory.
  Optional<Question> counted() {
    var to = tracked().place(problem());
    var right = tracked().rightPlace(problem());
    return draft
        .asks(
            "cut",
            "Q goes straight from %s to %s, in its order of memory. Where does Q[%d, %d] land?"
                .formatted(
                    shape(problem().length(), problem().modelWidth()),
                    shape(problem().heads(), problem().length(), problem().headWidth()),
                    tracked().row(),
                    tracked().column()),
            Choices.right(place(to))
                .wrong(place(right).mistaken("reshape-for-transpose"))
                .wrong(
                    option(right.token(), right.head(), right.column()).mistaken("stays-n-first"))
                .mixed(draft.path()),
            ref(to))
        .map(question -> question.about(whole()));
  }

  /// Back from heads×n×d_k to n×d_model.
  Optional<Question> joined() {
    var place = tracked().place(problem());
    int[] to = tracked().joinedPlace(problem());
    return draft.asks(
        "joined",
        "What head %d made of row %d stands at its place %d, of %d. In which column of joined does it go?"
            .formatted(place.head(), place.token(), place.column(), problem().headWidth()),
        NumberChoices.right(to[1])
            .wrong(place.column(), "heads-are-added")
            .wrong(place.column() * problem().heads() + place.head(), "dealt-in-turns")
            .wrong(place.head() + place.column(), "head-not-times-width")
            .wrong((place.head() + 1) * problem().headWidth() + place.column(), "heads-from-one")
            .sorted(column -> "column " + Math.round(column)),
        Ref.of("joined", to[0], to[1]));
  }
}
