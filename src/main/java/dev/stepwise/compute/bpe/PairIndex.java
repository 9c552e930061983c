package dev.stepwise.compute.bpe;

import java.util.Arrays;

/// Numbers for pairs of symbols, in the order in which they are first met: a hash table with open
/// addressing, since a text of some megabytes has half a million different pairs. One thread adds
/// to it; any may ask for a pair that it knows to be there.
final class PairIndex {
  private volatile Table table = new Table(new int[1 << 12], new long[1 << 11]);
  private int size;

  /// The slots hold the numbers of pairs plus 1, or 0. Half of them stay empty. A table that is
  /// full is left as it is and replaced.
  @SuppressWarnings("ArrayRecordComponent") // one place to write both at once
  private record Table(int[] slots, long[] pairs) {

    int slotOf(long pair) {
      long mixed = pair * 0x9E3779B97F4A7C15L;
      int slot = (int) (mixed >>> 32) & slots.length - 1;
      while (slots[slot] != 0 && pairs[slots[slot] - 1] != pair) {
        slot = slot + 1 & slots.length - 1;
      }
      return slot;
    }

    Table larger() {
      int size = pairs.length;
      var larger = new Table(new int[4 * size], Arrays.copyOf(pairs, 2 * size));
      for (int pair = 0; pair < size; pair++) {
        larger.slots[larger.slotOf(pairs[pair])] = pair + 1;
      }
      return larger;
    }
  }

  /// The number of a pair, which is added where it is new.
  int add(int left, int right) {
    long pair = (long) left << 32 | right;
    var now = table;
    int slot = now.slotOf(pair);
    if (now.slots[slot] != 0) {
      return now.slots[slot] - 1;
    }
    if (size == now.pairs.length) {
      now = now.larger();
      slot = now.slotOf(pair);
    }
    now.pairs[size] = pair;
    now.slots[slot] = ++size;
    table = now;
    return size - 1;
  }

  /// The number of a pair, or -1.
  int find(int left, int right) {
    var now = table;
    return now.slots[now.slotOf((long) left << 32 | right)] - 1;
  }

  int left(int pair) {
    return (int) (table.pairs[pair] >>> 32);
  }

  int right(int pair) {
    return (int) table.pairs[pair];
  }

  int size() {
    return size;
  }
}
