package dev.stepwise.compute.bpe;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Where each pair has been seen: the places of a pair side by side in one array, rising. A pair
/// gains its places in the merge that makes one of its symbols, nearly always in that one alone, so
/// what a merge adds waits until its end and is then laid out at once. Places that don't hold the
/// pair any more stay until somebody comes across them.
final class PairPlaces {
  /// A pair has no place left.
  static final int NONE = -1;

  private int[] places = new int[1 << 12];
  private int end;

  // Of each pair: where its places begin and end, and how many of it wait.
  private int[] begins = new int[1 << 10];
  private int[] ends = new int[1 << 10];
  private int[] more = new int[1 << 10];

  // What waits, and the pairs of it, each once.
  private int[] waitingPairs = new int[1 << 10];
  private int[] waitingPlaces = new int[1 << 10];
  private int waiting;
  private int[] gained = new int[1 << 10];
  private int gainedSize;

  /// Adds a place, to be there after the next [#settle].
  void add(int pair, int place) {
    if (pair >= more.length) {
      int length = Math.max(pair + 1, 2 * more.length);
      begins = Arrays.copyOf(begins, length);
      ends = Arrays.copyOf(ends, length);
      more = Arrays.copyOf(more, length);
    }
    if (waiting == waitingPairs.length) {
      waitingPairs = Arrays.copyOf(waitingPairs, 2 * waiting);
      waitingPlaces = Arrays.copyOf(waitingPlaces, 2 * waiting);
    }
    waitingPairs[waiting] = pair;
    waitingPlaces[waiting++] = place;
    if (more[pair]++ == 0) {
      if (gainedSize == gained.length) {
        gained = Arrays.copyOf(gained, 2 * gainedSize);
      }
      gained[gainedSize++] = pair;
    }
  }

  /// Lays out what waits.
  ///
  /// @param gainer told each pair that has gained places, when all are laid out
  void settle(IntConsumer gainer) {
    for (int i = 0; i < gainedSize; i++) {
      makeRoom(gained[i]);
    }
    for (int i = 0; i < waiting; i++) {
      places[ends[waitingPairs[i]]++] = waitingPlaces[i];
    }
    for (int i = 0; i < gainedSize; i++) {
      int pair = gained[i];
      if (ends[pair] - begins[pair] > more[pair]) {
        Arrays.sort(places, begins[pair], ends[pair]); // it had some before
      }
      more[pair] = 0;
    }
    for (int i = 0; i < gainedSize; i++) {
      gainer.accept(gained[i]);
    }
    waiting = 0;
    gainedSize = 0;
  }

  /// Moves what a pair has to the end of the array, with room for what it gains.
  private void makeRoom(int pair) {
    int had = ends[pair] - begins[pair];
    int needed = end + had + more[pair];
    if (needed > places.length) {
      places = Arrays.copyOf(places, Math.max(needed, 2 * places.length));
    }
    System.arraycopy(places, begins[pair], places, end, had);
    begins[pair] = end;
    ends[pair] = end + had;
    end = needed;
  }

  /// The first place of a pair, or [#NONE].
  int first(int pair) {
    return begins[pair] < ends[pair] ? places[begins[pair]] : NONE;
  }

  /// Takes the first place of a pair out.
  void dropFirst(int pair) {
    begins[pair]++;
  }
}
