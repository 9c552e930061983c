package dev.stepwise.compute.bpe;

import dev.stepwise.compute.exercise.Limits;
import java.util.List;

/// Everything that determines a BPE run.
///
/// @param corpus what the merges are learned from; at least one word
/// @param rules how pairs are counted, chosen and merged
/// @param numMerges how many merges are learned at most, 0 or more
/// @param encode words to be encoded with what was learned
public record BpeProblem(Corpus corpus, Rules rules, int numMerges, List<String> encode) {

  /// Copies the list.
  public BpeProblem {
    encode = List.copyOf(encode);
  }

  /// The same with other words to encode.
  ///
  /// @throws dev.stepwise.compute.exercise.InvalidInput where one is not Unicode
  public BpeProblem withEncode(List<String> words) {
    words.forEach(word -> Limits.unicode("/inputs/encode", word));
    return new BpeProblem(corpus, rules, numMerges, words);
  }

  /// The same learned from a corpus of one's own, the right way: without the mistakes that were
  /// shown before.
  ///
  /// @throws dev.stepwise.compute.exercise.InvalidInput where its text is not Unicode
  public BpeProblem ofOwn(Corpus own) {
    own.text().ifPresent(text -> Limits.unicode("/inputs/corpus", text));
    return new BpeProblem(own, rules.rightWay(), numMerges, encode);
  }
}
