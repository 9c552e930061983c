package dev.stepwise.compute.bpe;

import java.util.Arrays;

/// What each merge changed in the counts of the pairs and in where each pair is seen first, as
/// differences, so that they can be applied and undone. The first entry is the counting before any
/// merge. One thread notes them; any may read those of the merges that are done.
final class Changes {
  private volatile int[] pairs = new int[1 << 10];
  private volatile long[] counts = new long[1 << 10];
  private volatile long[] firsts = new long[1 << 10];
  private int size;
  private volatile int[] ends = new int[1 << 8];
  private volatile int merges; // written last, so that what is below it can be read

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
    int done = merges;
    if (done == ends.length) {
      ends = Arrays.copyOf(ends, 2 * done);
    }
    ends[done] = size;
    merges = done + 1;
  }

  /// Who applies changes.
  interface Change {
    void of(int pair, long count, long first);
  }

  /// Tells the changes of an entry.
  ///
  /// @throws IndexOutOfBoundsException where the merge is not done
  void each(int entry, Change change) {
    if (entry >= merges) {
      throw new IndexOutOfBoundsException("entry " + entry + " of " + merges);
    }
    int[] toPair = pairs;
    long[] byCount = counts;
    long[] byFirst = firsts;
    int[] to = ends;
    for (int i = entry == 0 ? 0 : to[entry - 1]; i < to[entry]; i++) {
      change.of(toPair[i], byCount[i], byFirst[i]);
    }
  }
}
