package dev.stepwise.compute.bpe;

import java.util.Arrays;

/// Numbers for pairs of symbols, in the order in which they are first met: a hash table with open
/// addressing, since a text of some megabytes has half a million different pairs.
final class PairIndex {
  private int[] slots = new int[1 << 12];
  private long[] pairs = new long[1 << 11];
  private int size;

  /// The number of a pair, which is added where it is new.
  int add(int left, int right) {
    long pair = (long) left << 32 | right;
    int slot = slotOf(pair);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size == pairs.length) {
      grow();
      slot = slotOf(pair);
    }
    pairs[size] = pair;
    slots[slot] = ++size;
    return size - 1;
  }

  /// The number of a pair, or -1.
  int find(int left, int right) {
    return slots[slotOf((long) left << 32 | right)] - 1;
  }

  int left(int pair) {
    return (int) (pairs[pair] >>> 32);
  }

  int right(int pair) {
    return (int) pairs[pair];
  }

  int size() {
    return size;
  }

  private int slotOf(long pair) {
    long mixed = pair * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & slots.length - 1;
    while (slots[slot] != 0 && pairs[slots[slot] - 1] != pair) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  /// Half of the slots stay empty.
  private void grow() {
    pairs = Arrays.copyOf(pairs, 2 * size);
    slots = new int[4 * size];
    for (int pair = 0; pair < size; pair++) {
      slots[slotOf(pairs[pair])] = pair + 1;
    }
  }
}
