package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.Rules.TieBreak;
import java.util.Arrays;

/// The pairs in the order in which they would be merged. Entries are not changed when a count
/// falls, only when they come up: a count that is too high comes up too early, is seen to be out of
/// date and is put back with the true one. Whoever raises a count, or moves the place where a pair
/// is first seen forwards, offers the pair again.
///
/// A binary heap whose entries lie in arrays, since there are millions of them: J. W. J. Williams,
/// "Algorithm 232: Heapsort", Communications of the ACM 7 (1964).
final class Candidates {
  /// None is left.
  static final int NONE = -1;

  private final PairStats stats;
  private final Symbols symbols;
  private final TieBreak tieBreak;

  // An entry: a pair, and its count and place when it was offered. The children of entry i are
  // 2i + 1 and 2i + 2, and none of them comes before it.
  private int[] pairs = new int[1 << 10];
  private long[] counts = new long[1 << 10];
  private long[] firsts = new long[1 << 10];
  private int size;

  Candidates(PairStats stats, Symbols symbols, TieBreak tieBreak) {
    this.stats = stats;
    this.symbols = symbols;
    this.tieBreak = tieBreak;
  }

  /// Whether the first entry would be merged before the second.
  private boolean comesBefore(int pair, long count, long first, int entry) {
    if (count != counts[entry]) {
      return count > counts[entry];
    }
    return switch (tieBreak) {
      case FIRST_SEEN -> first < firsts[entry];
      case LEXICOGRAPHIC -> Pair.BY_CODE_POINTS.compare(pair(pair), pair(pairs[entry])) < 0;
    };
  }

  private Pair pair(int pair) {
    return new Pair(symbols.symbol(stats.left(pair)), symbols.symbol(stats.right(pair)));
  }

  void offer(int pair) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
      firsts = Arrays.copyOf(firsts, 2 * size);
    }
    rise(size++, pair, stats.count(pair), stats.first(pair));
  }

  /// Puts an entry at a free place, or above it.
  private void rise(int place, int pair, long count, long first) {
    int at = place;
    while (at > 0 && comesBefore(pair, count, first, (at - 1) / 2)) {
      move((at - 1) / 2, at);
      at = (at - 1) / 2;
    }
    put(at, pair, count, first);
  }

  /// Takes the top out: the better child follows it all the way down, and what was last rises from
  /// there.
  private void removeTop() {
    size--;
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size
          && comesBefore(pairs[child + 1], counts[child + 1], firsts[child + 1], child)) {
        child++;
      }
      move(child, at);
      at = child;
    }
    rise(at, pairs[size], counts[size], firsts[size]);
  }

  private void move(int from, int to) {
    put(to, pairs[from], counts[from], firsts[from]);
  }

  private void put(int at, int pair, long count, long first) {
    pairs[at] = pair;
    counts[at] = count;
    firsts[at] = first;
  }

  /// Takes the best pair out, or [#NONE].
  int poll() {
    int best = peek(NONE);
    if (best != NONE) {
      removeTop();
    }
    return best;
  }

  /// The best pair other than one, or [#NONE].
  int peek(int without) {
    while (size > 0) {
      int pair = pairs[0];
      if (pair != without && counts[0] == stats.count(pair) && firsts[0] == stats.first(pair)) {
        return pair;
      }
      removeTop();
      if (pair != without && stats.count(pair) > 0) {
        offer(pair);
      }
    }
    return NONE;
  }
}
