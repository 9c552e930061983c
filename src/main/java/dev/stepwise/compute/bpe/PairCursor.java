package dev.stepwise.compute.bpe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

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

  /// Goes to the counts after so many merges, which have been learned.
  void go(int merges) {
    while (entries <= merges) {
      changes.each(entries++, (pair, count, first) -> shift(pair, count, first));
    }
    while (entries > merges + 1) {
      changes.each(--entries, (pair, count, first) -> shift(pair, -count, -first));
    }
  }

  private void shift(int pair, long count, long first) {
    if (pair >= counts.length) {
      grow(pair + 1);
    }
    counts[pair] += count;
    firsts[pair] += first;
  }

  private void grow(int least) {
    int known = counts.length;
    counts = Arrays.copyOf(counts, Math.max(least, Math.max(1 << 10, 2 * known)));
    firsts = Arrays.copyOf(firsts, counts.length);
    Arrays.fill(firsts, known, firsts.length, PairStats.NOWHERE);
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

  /// How many pairs there are.
  int kinds() {
    int kinds = 0;
    for (long count : counts) {
      kinds += count > 0 ? 1 : 0;
    }
    return kinds;
  }

  /// How many pairs there are that occur exactly so often.
  int kindsThatOccur(long times) {
    int kinds = 0;
    for (long count : counts) {
      kinds += count > 0 && count == times ? 1 : 0;
    }
    return kinds;
  }
}
