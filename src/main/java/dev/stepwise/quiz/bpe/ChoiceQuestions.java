package dev.stepwise.quiz.bpe;

import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.bpe.Merge;
import dev.stepwise.compute.bpe.Pair;
import dev.stepwise.compute.bpe.PairTable.Row;
import dev.stepwise.compute.bpe.Rules.TieBreak;
import dev.stepwise.compute.bpe.Signs;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.quiz.Choices;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Option;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is asked about the choice of a pair.
record ChoiceQuestions(Draft<BpeFrame> draft, Merge merge) {
  private static final int LOOKED_AT = 60;
  private static final int TIES_NAMED = 3;

  /// With so many different words nobody counts pairs.
  private static final int MOST_WORDS = 40;

  private List<Row> rows() {
    return draft.frame().training().pairs(merge.rank(), LOOKED_AT).rows();
  }

  /// Whether the pairs can be counted, and are not counted on the stage: before the first merge it
  /// ranks them already.
  private boolean isCountable() {
    return merge.rank() > 0 && draft.frame().training().words().size() <= MOST_WORDS;
  }

  Optional<Question> next() {
    if (merge.isTie() || !isCountable()) {
      return Optional.empty();
    }
    var rows = rows();
    var choices = Choices.right(option(merge.pair()));
    inMostWords(rows).ifPresent(pair -> choices.wrong(option(pair).mistaken("counts-the-words")));
    last(rows).ifPresent(pair -> choices.wrong(option(pair).mistaken("goes-on-with-the-last")));
    rows.stream()
        .max(Comparator.comparingInt(row -> row.pair().merged().text().length()))
        .ifPresent(row -> choices.wrong(option(row.pair()).mistaken("longest-first")));
    rows.stream()
        .min(Comparator.comparing(Row::first))
        .ifPresent(row -> choices.wrong(option(row.pair()).mistaken("first-in-the-text")));
    rows.stream().limit(3).forEach(row -> choices.wrong(option(row.pair())));
    return draft.asks(
        "next-merge",
        "Which pair is merged next, as merge %s?".formatted(Phrases.number(merge.number())),
        choices.mixed(draft.path()),
        decided());
  }

  private static Option option(Pair pair) {
    return Option.of(Signs.pair(pair));
  }

  /// The pair that stands in the most different words, whatever their frequencies.
  private Optional<Pair> inMostWords(List<Row> rows) {
    var training = draft.frame().training();
    return rows.stream()
        .map(Row::pair)
        .max(
            Comparator.comparingInt(
                pair -> training.holders(pair, merge.rank(), MOST_WORDS + 1).size()));
  }

  /// The best pair that has the symbol of the merge before in it.
  private Optional<Pair> last(List<Row> rows) {
    var newest = draft.frame().training().merge(merge.rank() - 1).symbol();
    return rows.stream()
        .map(Row::pair)
        .filter(pair -> pair.left().equals(newest) || pair.right().equals(newest))
        .findFirst();
  }

  /// What the step wrote that decides: the count of the chosen pair, on its own where the step
  /// chooses, among those of all pairs where it counts.
  private List<Ref> decided() {
    return draft.step().writes().contains("best")
        ? List.of(Ref.of("counts[best]"))
        : draft.frame().count(merge.pair()).stream().toList();
  }

  Optional<Question> tie() {
    if (!merge.isTie() || !isCountable()) {
      return Optional.empty();
    }
    var tied = rows().stream().filter(row -> row.count() == merge.count()).map(Row::pair).toList();
    boolean firstSeen = draft.frame().problem().rules().tieBreak() == TieBreak.FIRST_SEEN;
    var choices = Choices.right(option(merge.pair()));
    if (firstSeen) {
      tied.stream()
          .min(Pair.BY_CODE_POINTS)
          .ifPresent(pair -> choices.wrong(option(pair).mistaken("tie-by-the-alphabet")));
    } else {
      rows().stream()
          .filter(row -> row.count() == merge.count())
          .min(Comparator.comparing(Row::first))
          .ifPresent(row -> choices.wrong(option(row.pair()).mistaken("tie-to-the-first")));
    }
    tied.stream()
        .max(Comparator.comparingInt(pair -> pair.merged().text().length()))
        .ifPresent(pair -> choices.wrong(option(pair).mistaken("longest-first")));
    tied.stream().limit(TIES_NAMED).forEach(pair -> choices.wrong(option(pair)));
    choices.wrong(Option.of("one of them, drawn at random").mistaken("tie-at-random"));
    return draft.asks(
        "tie",
        "%s occur %s each, more often than any other. Which is merged, by the rule %s?"
            .formatted(
                Phrases.count(merge.ties(), "pair"),
                Phrases.times(merge.count()),
                draft.frame().problem().rules().tieBreak().word()),
        choices.mixed(draft.path()),
        decided());
  }
}
