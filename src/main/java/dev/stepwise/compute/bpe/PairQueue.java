package dev.stepwise.compute.bpe;

import java.util.Arrays;

/// Pairs in the order in which they would be merged, each with the count and the first place that
/// it had when it was offered: the greatest count first, of equal ones as the rules break ties.
/// Nothing is changed when a count falls. Whoever sees that the top is out of date drops it or puts
/// it back with what is true now, which is no better.
///
/// A binary heap in two arrays: J. W. J. Williams, "Algorithm 232: Heapsort", Communications of the
/// ACM 7 (1964).
final class PairQueue {
  private static final long PAIR = 0xFFFF_FFFFL;

  private final Ties ties;

  // The children of entry i are 2i + 1 and 2i + 2. An entry's place and pair are packed into one
  // number, the place above: of two such numbers the smaller one is seen first.
  private long[] counts = new long[1 << 10];
  private long[] seen = new long[1 << 10];
  private int size;

  /// Which of two equally frequent pairs comes first.
  interface Ties {
    /// The pair seen first.
    Ties FIRST_SEEN = (one, other) -> one < other;

    /// Whether one comes before another.
    ///
    /// @param one a place and a pair, packed
    /// @param other another
    boolean comesBefore(long one, long other);
  }

  PairQueue(Ties ties) {
    this.ties = ties;
  }

  /// The pair that is packed with a place.
  static int pair(long seen) {
    return (int) (seen & PAIR);
  }

  boolean isEmpty() {
    return size == 0;
  }

  /// The pair at the top.
  int pair() {
    return pair(seen[0]);
  }

  /// The count it was offered with.
  long count() {
    return counts[0];
  }

  /// The place it was offered with.
  int place() {
    return (int) (seen[0] >>> 32);
  }

  void offer(int pair, long count, int place) {
    if (size == counts.length) {
      counts = Arrays.copyOf(counts, 2 * size);
      seen = Arrays.copyOf(seen, 2 * size);
    }
    long packed = (long) place << 32 | pair;
    int at = size++;
    while (at > 0 && comesBefore(count, packed, (at - 1) / 2)) {
      move((at - 1) / 2, at);
      at = (at - 1) / 2;
    }
    counts[at] = count;
    seen[at] = packed;
  }

  /// Puts the top back with what is true of it now.
  void replaceTop(long count, int place) {
    sink(count, (long) place << 32 | pair());
  }

  void removeTop() {
    size--;
    sink(counts[size], seen[size]);
  }

  /// Puts an entry at the top, or below it.
  private void sink(long count, long packed) {
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && comesBefore(counts[child + 1], seen[child + 1], child)) {
        child++;
      }
      if (!comesBefore(counts[child], seen[child], count, packed)) {
        break;
      }
      move(child, at);
      at = child;
    }
    counts[at] = count;
    seen[at] = packed;
  }

  private boolean comesBefore(long count, long packed, int entry) {
    return comesBefore(count, packed, counts[entry], seen[entry]);
  }

  private boolean comesBefore(long count, long packed, long otherCount, long otherPacked) {
    return count != otherCount ? count > otherCount : ties.comesBefore(packed, otherPacked);
  }

  private void move(int from, int to) {
    counts[to] = counts[from];
    seen[to] = seen[from];
  }
}
