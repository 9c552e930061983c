package dev.stepwise.compute.bpe;

import java.util.List;

/// How a word is encoded: split into symbols, then each merge that applies, in the order in which
/// the merges were learned.
///
/// @param word what is encoded
/// @param symbols the word before any merge
/// @param stages the merges that applied, in their order; at least one symbol less after each
public record Encoding(String word, List<String> symbols, List<Stage> stages) {

  /// A merge that applied.
  ///
  /// @param rank of the merge, from 0
  /// @param pair what was merged
  /// @param after the word after it
  public record Stage(int rank, Pair pair, List<String> after) {}

  /// Copies the lists.
  public Encoding {
    symbols = List.copyOf(symbols);
    stages = List.copyOf(stages);
  }

  /// The word after the first so many merges that applied.
  public List<String> after(int merges) {
    return merges == 0 ? symbols : stages.get(merges - 1).after();
  }

  /// What the word becomes.
  public List<String> tokens() {
    return after(stages.size());
  }
}
