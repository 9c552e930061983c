package dev.stepwise.compute.cosine;

import java.util.Arrays;

/// The best k documents seen so far, as a binary heap with the worst of them on top, where the next
/// document meets it: one comparison for a document that is no better, O(log k) for one that is.
/// The entry at place p has its children at 2p + 1 and 2p + 2, and both rank before it.
///
/// J. W. J. Williams, "Algorithm 232: Heapsort", Communications of the ACM 7 (1964).
public final class TopKHeap {
  private final double[] similarities;
  private final int[] entries;
  private int size;
  private long comparisons;

  /// What happens to a document in the heap.
  public enum Change {
    /// It came in at the end.
    APPENDED,
    /// It took the place of the top, which left.
    REPLACED_TOP,
    /// It was the last, and took the place of the top, which left.
    LAST_TO_TOP,
    /// It changed places with the parent, which ranks before it.
    ROSE,
    /// It changed places with the child that ranks last, which ranks after it.
    SANK,
    /// It was the only one, and left.
    EMPTIED
  }

  /// Hears of each change of the heap, after it.
  @FunctionalInterface
  public interface Watcher {
    /// Nobody.
    Watcher NONE = (_, _, _, _) -> {};

    /// A document moved.
    ///
    /// @param place where it is now
    /// @param other the document that it displaced, or itself where there is none
    void changed(Change change, int document, int place, int other);
  }

  /// An empty heap.
  ///
  /// @param similarities by which documents are compared
  /// @param k how many are kept, at least 1
  public TopKHeap(double[] similarities, int k) {
    this.similarities = similarities;
    this.entries = new int[k];
  }

  /// The documents in it, the top first, in the order of their places.
  public int[] entries() {
    return Arrays.copyOf(entries, size);
  }

  /// How many documents are in it.
  public int size() {
    return size;
  }

  /// How often two documents have been compared by now.
  public long comparisons() {
    return comparisons;
  }

  /// The worst of the documents in it.
  public int top() {
    return entries[0];
  }

  /// Offers a document: it comes in while there is room, or where it ranks before the worst.
  public void offer(int document) {
    offer(document, Watcher.NONE);
  }

  /// As [#offer(int)], watched.
  public void offer(int document, Watcher watcher) {
    if (size < entries.length) {
      entries[size] = document;
      size++;
      watcher.changed(Change.APPENDED, document, size - 1, document);
      rise(size - 1, watcher);
    } else if (ranksBefore(document, entries[0])) {
      int worst = entries[0];
      entries[0] = document;
      watcher.changed(Change.REPLACED_TOP, document, 0, worst);
      sink(0, watcher);
    }
  }

  /// Takes the worst document out.
  public int pop(Watcher watcher) {
    int worst = entries[0];
    size--;
    if (size == 0) {
      watcher.changed(Change.EMPTIED, worst, 0, worst);
      return worst;
    }
    entries[0] = entries[size];
    watcher.changed(Change.LAST_TO_TOP, entries[0], 0, worst);
    sink(0, watcher);
    return worst;
  }

  /// Empties the heap, worst first, into an array with the best first.
  public int[] bestFirst() {
    var best = new int[size];
    for (int place = best.length - 1; place >= 0; place--) {
      best[place] = pop(Watcher.NONE);
    }
    return best;
  }

  private void rise(int from, Watcher watcher) {
    int place = from;
    while (place > 0 && worse(place, (place - 1) / 2)) {
      int parent = (place - 1) / 2;
      swap(place, parent);
      watcher.changed(Change.ROSE, entries[parent], parent, entries[place]);
      place = parent;
    }
  }

  private void sink(int from, Watcher watcher) {
    int place = from;
    int child = worseChild(place);
    while (child > 0 && worse(child, place)) {
      swap(place, child);
      watcher.changed(Change.SANK, entries[child], child, entries[place]);
      place = child;
      child = worseChild(place);
    }
  }

  /// The child that ranks last; 0 where there is none.
  private int worseChild(int place) {
    int left = 2 * place + 1;
    int right = left + 1;
    if (left >= size) {
      return 0;
    }
    return right < size && worse(right, left) ? right : left;
  }

  private boolean worse(int place, int other) {
    return ranksBefore(entries[other], entries[place]);
  }

  private boolean ranksBefore(int document, int other) {
    comparisons++;
    return CosineSearch.ranksBefore(similarities, document, other);
  }

  private void swap(int place, int other) {
    int kept = entries[place];
    entries[place] = entries[other];
    entries[other] = kept;
  }
}
