package dev.stepwise.compute.bpe;

import java.util.Arrays;

/// Word numbers in rising order, with a place before which none counts any more: the words in which
/// a pair has been seen.
final class WordList {
  private int[] words = new int[2];
  private int size;
  private int head;

  /// Adds a word that may be there already.
  void add(int word) {
    if (size == 0 || words[size - 1] < word) {
      makeRoom();
      words[size++] = word;
      return;
    }
    int at = Arrays.binarySearch(words, 0, size, word);
    if (at < 0) {
      at = -at - 1;
      makeRoom();
      System.arraycopy(words, at, words, at + 1, size - at);
      words[at] = word;
      size++;
    }
    head = Math.min(head, at);
  }

  private void makeRoom() {
    if (size == words.length) {
      words = Arrays.copyOf(words, 2 * size);
    }
  }

  /// The first word that counts, or -1.
  int first() {
    return head < size ? words[head] : -1;
  }

  /// The first word does not count any more.
  void dropFirst() {
    head++;
  }

  /// All words, also those that don't count any more.
  int[] all() {
    return Arrays.copyOf(words, size);
  }

  /// The words that may count.
  int[] toArray() {
    return Arrays.copyOfRange(words, head, size);
  }
}
