package dev.stepwise.compute.bpe;

import java.util.Arrays;
import java.util.List;

/// The merges learned so far. One thread at a time adds to them; any may read what has been added,
/// without waiting for the merge that is just being learned.
final class Learned {
  private volatile Merge[] merges = new Merge[64];
  private volatile int[][] changedWords = new int[64][];
  private volatile int size; // written last, so that what is below it can be read

  void add(Merge merge, int[] changed) {
    int rank = size;
    if (rank == merges.length) {
      merges = Arrays.copyOf(merges, 2 * rank);
      changedWords = Arrays.copyOf(changedWords, 2 * rank);
    }
    merges[rank] = merge;
    changedWords[rank] = changed;
    size = rank + 1;
  }

  int size() {
    return size;
  }

  Merge merge(int rank) {
    return merges[known(rank)];
  }

  int[] changedWords(int rank) {
    return changedWords[known(rank)];
  }

  /// The first so many.
  List<Merge> first(int number) {
    known(number - 1);
    return List.of(Arrays.copyOf(merges, number));
  }

  private int known(int rank) {
    if (rank >= size) {
      throw new IndexOutOfBoundsException("merge " + rank + " of " + size);
    }
    return rank;
  }
}
