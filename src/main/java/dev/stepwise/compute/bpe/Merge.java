package dev.stepwise.compute.bpe;

import java.util.Optional;

/// A merge that was learned, and how it was chosen.
///
/// @param rank its place in the order of learning, from 0
/// @param pair what was merged
/// @param count how often the pair occurred: the greatest count there was
/// @param ties how many pairs occurred as often, this one included
/// @param rival the pair that would have been merged if this one had not been there
/// @param first where the pair was seen first
/// @param kinds how many different pairs there were
/// @param replaced by how many the tokens became fewer
/// @param tokens how many tokens the words have after it, each counted as often as its word occurs
/// @param vocabulary how many symbols there are after it, all that ever were
/// @param completed how many words became a single token by it
/// @param again whether its symbol had been made before, out of other parts or in the same way
public record Merge(
    int rank,
    Pair pair,
    long count,
    int ties,
    Optional<Rival> rival,
    Place first,
    int kinds,
    long replaced,
    long tokens,
    int vocabulary,
    int completed,
    boolean again) {

  /// The runner-up.
  public record Rival(Pair pair, long count, Place first) {}

  /// A place in the corpus: where a pair begins.
  ///
  /// @param word the index of the word, in the order of first appearance
  /// @param offset how many code points of the word come before
  public record Place(int word, int offset) implements Comparable<Place> {

    /// The word before the place in it.
    @Override
    public int compareTo(Place other) {
      int byWord = Integer.compare(word, other.word);
      return byWord != 0 ? byWord : Integer.compare(offset, other.offset);
    }
  }

  /// The symbol that came to be.
  public Symbol symbol() {
    return pair.merged();
  }

  /// Its number for people, from 1.
  public int number() {
    return rank + 1;
  }

  /// Whether another pair occurred as often.
  public boolean isTie() {
    return ties > 1;
  }
}
