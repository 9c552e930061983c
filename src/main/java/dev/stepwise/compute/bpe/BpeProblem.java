package dev.stepwise.compute.bpe;

import dev.stepwise.compute.exercise.Limits;
import java.util.List;

/// Everything that determines a BPE run.
///
/// @param corpus what the merges are learned from; at least one word
/// @param stated how pairs are counted, chosen and merged, but for the mistake
/// @param numMerges how many merges are learned at most, 0 or more
/// @param encode words to be encoded with what was learned
/// @param mistake the one that is made on purpose
public record BpeProblem(
    Corpus corpus, Rules stated, int numMerges, List<String> encode, BpeMistake mistake) {

  /// Copies the list.
  public BpeProblem {
    encode = List.copyOf(encode);
  }

  /// One without a mistake.
  public BpeProblem(Corpus corpus, Rules rules, int numMerges, List<String> encode) {
    this(corpus, rules, numMerges, encode, BpeMistake.NONE);
  }

  /// How pairs are counted, chosen and merged.
  public Rules rules() {
    return mistake.in(stated);
  }

  /// The same with other words to encode.
  ///
  /// @throws dev.stepwise.compute.exercise.InvalidInput where one is not Unicode
  public BpeProblem withEncode(List<String> words) {
    words.forEach(word -> Limits.unicode("/inputs/encode", word));
    return new BpeProblem(corpus, stated, numMerges, words, mistake);
  }

  /// The same learned from a corpus of one's own, the right way: without the mistakes that were
  /// shown before.
  ///
  /// @throws dev.stepwise.compute.exercise.InvalidInput where its text is not Unicode
  public BpeProblem ofOwn(Corpus own) {
    own.text().ifPresent(text -> Limits.unicode("/inputs/corpus", text));
    return new BpeProblem(own, stated.rightWay(), numMerges, encode);
  }
}
