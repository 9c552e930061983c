package dev.stepwise.compute.bpe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/// The counts of the pairs after any number of merges: goes there from where it stands by applying
/// or undoing what each merge changed. For one thread.
final class PairCursor {
  private final Changes changes;
  private long[] counts = new long[0];
  private long[] firsts = new long[0];
  private int entries;

  PairCursor(Changes changes) {
    this.changes = changes;
  }

  /// Goes to the counts after so many merges.
  ///
  /// @param pairs how many pairs there are at most
  void go(int merges, int pairs) {
    if (pairs > counts.length) {
      int known = counts.length;
      counts = Arrays.copyOf(counts, Math.max(pairs, 2 * known));
      firsts = Arrays.copyOf(firsts, counts.length);
      Arrays.fill(firsts, known, firsts.length, PairStats.NOWHERE);
    }
    while (entries <= merges) {
      changes.each(entries++, (pair, count, first) -> shift(pair, count, first));
    }
    while (entries > merges + 1) {
      changes.each(--entries, (pair, count, first) -> shift(pair, -count, -first));
    }
  }

  private void shift(int pair, long count, long first) {
    counts[pair] += count;
    firsts[pair] += first;
  }

  long count(int pair) {
    return pair < counts.length ? counts[pair] : 0;
  }

  long first(int pair) {
    return firsts[pair];
  }

  /// The pairs that there are, the best first, at most so many.
  ///
  /// @param ties orders pairs of equal count
  List<Integer> best(int most, Comparator<Integer> ties) {
    var order =
        Comparator.<Integer>comparingLong(pair -> counts[pair]).reversed().thenComparing(ties);
    var worstFirst = new PriorityQueue<Integer>(order.reversed());
    for (int pair = 0; pair < counts.length; pair++) {
      if (counts[pair] > 0) {
        if (worstFirst.size() < most) {
          worstFirst.add(pair);
        } else if (counts[pair] >= counts[worstFirst.element()]
            && order.compare(pair, worstFirst.element()) < 0) {
          worstFirst.remove();
          worstFirst.add(pair);
        }
      }
    }
    var best = new ArrayList<>(worstFirst);
    best.sort(order);
    return best;
  }

  /// How many pairs there are for which something holds.
  int kinds(IntPredicate holds) {
    int kinds = 0;
    for (int pair = 0; pair < counts.length; pair++) {
      kinds += counts[pair] > 0 && holds.test(pair) ? 1 : 0;
    }
    return kinds;
  }
}
