package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.Merge.Place;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The pairs as they are counted now: how often each occurs, where it is seen first, in which words
/// it may stand.
final class PairStats {
  /// Where a pair is "first seen" that is not there.
  static final long NOWHERE = Long.MAX_VALUE;

  private static final int SMALL = 1 << 12;

  private final PairIndex index = new PairIndex();
  private long[] counts = new long[1 << 10];
  private long[] firsts = new long[1 << 10];
  private WordList[] words = new WordList[1 << 10];

  /// How many pairs occur so often, of the small counts, which nearly all pairs have, and of
  /// others.
  private final int[] kindsBySmallCount = new int[SMALL];

  private final Map<Long, Integer> kindsByCount = new HashMap<>();
  private int kinds;

  /// A place as a number: words before offsets.
  static long place(int word, int offset) {
    return (long) word << 32 | offset;
  }

  /// The place that a number stands for.
  static Place place(long first) {
    return new Place((int) (first >>> 32), (int) first);
  }

  int add(int left, int right) {
    int pair = index.add(left, right);
    if (pair == counts.length) {
      counts = Arrays.copyOf(counts, 2 * pair);
      firsts = Arrays.copyOf(firsts, 2 * pair);
      words = Arrays.copyOf(words, 2 * pair);
    }
    if (words[pair] == null) {
      words[pair] = new WordList();
      firsts[pair] = NOWHERE;
    }
    return pair;
  }

  int find(int left, int right) {
    return index.find(left, right);
  }

  int left(int pair) {
    return index.left(pair);
  }

  int right(int pair) {
    return index.right(pair);
  }

  int size() {
    return index.size();
  }

  long count(int pair) {
    return counts[pair];
  }

  long first(int pair) {
    return firsts[pair];
  }

  void setFirst(int pair, long first) {
    firsts[pair] = first;
  }

  WordList words(int pair) {
    return words[pair];
  }

  void addCount(int pair, long more) {
    counts[pair] += more;
  }

  /// Notes that a pair's count is another one than before, for [#ties] and [#kinds].
  void countChanged(long before, long now) {
    if (before > 0) {
      kinds--;
      if (before < SMALL) {
        kindsBySmallCount[(int) before]--;
      } else {
        kindsByCount.computeIfPresent(before, (_, n) -> n == 1 ? null : n - 1);
      }
    }
    if (now > 0) {
      kinds++;
      if (now < SMALL) {
        kindsBySmallCount[(int) now]++;
      } else {
        kindsByCount.merge(now, 1, Integer::sum);
      }
    }
  }

  /// How many pairs occur exactly so often.
  int ties(long count) {
    return count < SMALL ? kindsBySmallCount[(int) count] : kindsByCount.getOrDefault(count, 0);
  }

  /// How many different pairs there are.
  int kinds() {
    return kinds;
  }
}
