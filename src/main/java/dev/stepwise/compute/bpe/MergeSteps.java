package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.BpeFrame.Focus;
import dev.stepwise.compute.bpe.Rules.PairCount;
import dev.stepwise.compute.bpe.Rules.Replacement;
import dev.stepwise.compute.bpe.Rules.TieBreak;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The steps inside a merge: count, choose, replace. Counting opens into the words, replacing into
/// the words that change.
final class MergeSteps {
  /// Beyond so many different words, counting opens into those that hold the pair alone.
  static final int MOST_COUNTED = 2_000;

  private final BpeProblem problem;
  private final Training training;
  private final Merge merge;

  private MergeSteps(BpeProblem problem, Training training, Merge merge) {
    this.problem = problem;
    this.training = training;
    this.merge = merge;
  }

  static Run<BpeFrame> of(BpeProblem problem, Training training, Merge merge) {
    var steps = new MergeSteps(problem, training, merge);
    return Run.indexed(
        3,
        index ->
            switch (index) {
              case 0 -> steps.count();
              case 1 -> steps.choose();
              default -> steps.replace();
            });
  }

  private BpeFrame frame(int applied, Focus focus) {
    return new BpeFrame(problem, training, applied, focus);
  }

  private Step<BpeFrame> count() {
    var frame = frame(merge.rank(), new Focus.Counted(merge));
    int different = training.words().size();
    var words =
        different <= MOST_COUNTED
            ? IntStream.range(0, different).boxed().toList()
            : training.holders(merge.pair(), merge.rank(), MOST_COUNTED);
    return new Step<>(
        "count",
        "Count",
        ChoiceNarration.counted(frame),
        Line.COUNT,
        List.of("words"),
        List.of("counts"),
        Set.of(),
        frame,
        () -> Run.indexed(words.size(), position -> countWord(words, position)));
  }

  private Step<BpeFrame> countWord(List<Integer> words, int position) {
    var focus = new Focus.WordCounted(merge, words, position);
    var frame = frame(merge.rank(), focus);
    boolean once = problem.rules().pairCount() == PairCount.ONCE_PER_WORD;
    return new Step<>(
        "count",
        Phrases.word(training.words().word(focus.word())),
        ChoiceNarration.wordCounted(frame, focus),
        once ? Line.COUNT_ONCE : Line.COUNT_WORD,
        List.of("word", "frequency"),
        List.of("counts"),
        Set.of(),
        frame,
        null);
  }

  private Step<BpeFrame> choose() {
    var frame = frame(merge.rank(), new Focus.Chosen(merge));
    boolean sorted = problem.rules().tieBreak() == TieBreak.LEXICOGRAPHIC;
    return new Step<>(
        "choose",
        merge.isTie() ? "Choose: a tie" : "Choose",
        ChoiceNarration.chosen(frame, merge),
        sorted && merge.isTie() ? Line.SORTED : Line.MAXIMUM,
        List.of("counts"),
        List.of("best"),
        BpeConditions.inChoice(merge),
        frame,
        null);
  }

  private Step<BpeFrame> replace() {
    var frame = frame(merge.rank() + 1, new Focus.Replaced(merge));
    var changed = training.changedWords(merge.rank());
    return new Step<>(
        "replace",
        "Replace",
        BpeNarration.replaced(frame, merge),
        Line.REPLACE,
        List.of("words", "best"),
        List.of("words", "merges"),
        BpeConditions.inReplacement(merge),
        frame,
        () -> Run.indexed(changed.size(), index -> replaceIn(changed.get(index))));
  }

  private Step<BpeFrame> replaceIn(int word) {
    var focus = new Focus.WordReplaced(merge, word);
    var frame = frame(merge.rank(), focus);
    boolean text = problem.rules().replacement() == Replacement.TEXT;
    return new Step<>(
        "replace",
        Phrases.word(training.words().word(word)),
        BpeNarration.wordReplaced(frame, focus),
        text ? Line.REPLACE_TEXT : Line.JOIN,
        List.of("word", "best"),
        List.of("merged"),
        overlaps(word),
        frame,
        null);
  }

  private Set<Condition> overlaps(int word) {
    var before = training.segmented(word, merge.rank());
    int held = Bpe.occurrences(before, merge.pair(), PairCount.EVERY_OCCURRENCE);
    int fewer = before.size() - training.segmented(word, merge.number()).size();
    return fewer < held ? Set.of(BpeConditions.OVERLAP) : Set.of();
  }
}
