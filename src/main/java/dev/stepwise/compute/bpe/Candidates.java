package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.Rules.TieBreak;
import java.util.Comparator;
import java.util.PriorityQueue;

/// The pairs in the order in which they would be merged. Entries are not changed when a count
/// falls, only when they come up: a count that is too high comes up too early, is seen to be out of
/// date and is put back with the true one. Whoever raises a count, or moves the place where a pair
/// is first seen forwards, offers the pair again.
final class Candidates {
  /// None is left.
  static final int NONE = -1;

  private record Candidate(int pair, long count, long first) {}

  private final PairStats stats;
  private final PriorityQueue<Candidate> queue;

  Candidates(PairStats stats, Symbols symbols, TieBreak tieBreak) {
    this.stats = stats;
    var ties =
        switch (tieBreak) {
          case FIRST_SEEN -> Comparator.comparingLong(Candidate::first);
          case LEXICOGRAPHIC ->
              Comparator.<Candidate, Pair>comparing(
                  candidate -> pair(symbols, candidate.pair()), Pair.BY_CODE_POINTS);
        };
    queue =
        new PriorityQueue<>(
            Comparator.comparingLong(Candidate::count).reversed().thenComparing(ties));
  }

  private Pair pair(Symbols symbols, int pair) {
    return new Pair(symbols.symbol(stats.left(pair)), symbols.symbol(stats.right(pair)));
  }

  void offer(int pair) {
    queue.add(new Candidate(pair, stats.count(pair), stats.first(pair)));
  }

  /// Takes the best pair out, or [#NONE].
  int poll() {
    int best = peek(NONE);
    if (best != NONE) {
      queue.remove();
    }
    return best;
  }

  /// The best pair other than one, or [#NONE].
  int peek(int without) {
    while (!queue.isEmpty()) {
      var top = queue.element();
      int pair = top.pair();
      if (pair != without && top.count() == stats.count(pair) && top.first() == stats.first(pair)) {
        return pair;
      }
      queue.remove();
      if (pair != without && stats.count(pair) > 0) {
        offer(pair);
      }
    }
    return NONE;
  }
}
