package dev.stepwise.compute.bpe;

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
  public BpeProblem withEncode(List<String> words) {
    return new BpeProblem(corpus, rules, numMerges, words);
  }

  /// The same learned from another corpus.
  public BpeProblem withCorpus(Corpus other) {
    return new BpeProblem(other, rules, numMerges, encode);
  }
}
