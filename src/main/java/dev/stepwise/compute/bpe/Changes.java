package dev.stepwise.compute.bpe;

import java.util.Arrays;

/// What each merge changed in the counts of the pairs and in where each pair is seen first, as
/// differences, so that they can be applied and undone. The first entry is the counting before any
/// merge.
final class Changes {
  private int[] pairs = new int[1 << 10];
  private long[] counts = new long[1 << 10];
  private long[] firsts = new long[1 << 10];
  private int size;
  private int[] ends = new int[1 << 8];
  private int merges;

  /// Notes a change of the merge under way.
  void add(int pair, long count, long first) {
    if (size == pairs.length) {
      int length = size + (size >> 1);
      pairs = Arrays.copyOf(pairs, length);
      counts = Arrays.copyOf(counts, length);
      firsts = Arrays.copyOf(firsts, length);
    }
    pairs[size] = pair;
    counts[size] = count;
    firsts[size++] = first;
  }

  /// The merge under way is done.
  void end() {
    if (merges == ends.length) {
      ends = Arrays.copyOf(ends, 2 * merges);
    }
    ends[merges++] = size;
  }

  /// Who applies changes.
  interface Change {
    void of(int pair, long count, long first);
  }

  /// Tells the changes of an entry.
  void each(int entry, Change change) {
    for (int i = entry == 0 ? 0 : ends[entry - 1]; i < ends[entry]; i++) {
      change.of(pairs[i], counts[i], firsts[i]);
    }
  }
}
