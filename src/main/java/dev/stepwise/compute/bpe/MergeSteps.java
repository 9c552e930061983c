package dev.stepwise.compute.bpe;

import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The steps inside a merge: count, choose, replace. Counting opens into the words, replacing into
/// the words that change.
///
/// @param merged the frame of the whole merge
record MergeSteps(BpeFrame merged, Merge merge) {
  /// Beyond so many different words, counting opens into those that hold the pair alone.
  static final int MOST_COUNTED = 2_000;

  Run<BpeFrame> all() {
    return Run.indexed(
        3,
        index ->
            switch (index) {
              case 0 -> count();
              case 1 -> choose();
              default -> replace();
            });
  }

  private Training training() {
    return merged.training();
  }

  /// The frame of a step before the words have been through the merge.
  private BpeFrame before(Focus focus) {
    return new BpeFrame(merged.problem(), training(), merge.rank(), focus);
  }

  private Step<BpeFrame> count() {
    int different = training().words().size();
    var words =
        different <= MOST_COUNTED
            ? IntStream.range(0, different).boxed().toList()
            : training().holders(merge.pair(), merge.rank(), MOST_COUNTED);
    return before(new CountFocus.Counted(merge))
        .step("Count")
        .opening(() -> Run.indexed(words.size(), position -> countWord(words, position)));
  }

  private Step<BpeFrame> countWord(List<Integer> words, int position) {
    var focus = new CountFocus.WordCounted(merge, words, position);
    return before(focus).step(name(focus.word()));
  }

  private String name(int word) {
    return Signs.word(training().words().word(word));
  }

  private Step<BpeFrame> choose() {
    return before(new CountFocus.Chosen(merge))
        .step(merge.isTie() ? "Choose: a tie" : "Choose")
        .meeting(BpeConditions.inChoice(merge));
  }

  private Step<BpeFrame> replace() {
    var changed = training().changedWords(merge.rank());
    return merged
        .at(new MergeFocus.Replaced(merge))
        .step("Replace")
        .meeting(BpeConditions.inReplacement(merge, merged.problem().rules()))
        .opening(() -> Run.indexed(changed.size(), index -> replaceIn(changed.get(index))));
  }

  private Step<BpeFrame> replaceIn(int word) {
    var focus = new MergeFocus.WordReplaced(merge, word);
    var frame = before(focus);
    return frame
        .step(name(word))
        .meeting(focus.overlaps(frame) ? Set.of(BpeConditions.OVERLAP) : Set.of());
  }
}
