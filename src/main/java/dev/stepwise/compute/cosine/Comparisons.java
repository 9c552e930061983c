package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Selection;

/// How often a selection compares two documents.
final class Comparisons {
  private Comparisons() {}

  /// Those that the selection makes, as its steps show them. Costs O(n log n).
  static long of(CosineSearch.Search search, int k, Selection selection) {
    return switch (selection) {
      case SORT -> ofInsertions(search.ranking());
      case PARTITION -> {
        var heap = new TopKHeap(search.similarities(), k);
        for (int i = 0; i < search.similarities().length; i++) {
          heap.offer(i);
        }
        heap.bestFirst();
        yield heap.comparisons();
      }
    };
  }

  /// Those of [BinaryInsertion] for one document after the other: by halving, it depends only on
  /// where a document belongs among those before it. These are counted in a tree of partial sums
  /// over the places of the ranking.
  ///
  /// P. Fenwick, "A New Data Structure for Cumulative Frequency Tables", Software: Practice and
  /// Experience 24 (1994).
  private static long ofInsertions(int[] ranking) {
    int n = ranking.length;
    var places = new int[n];
    for (int place = 0; place < n; place++) {
      places[ranking[place]] = place;
    }
    var sums = new int[n + 1];
    long comparisons = 0;
    for (int document = 0; document < n; document++) {
      int ahead = 0;
      for (int at = places[document]; at > 0; at -= at & -at) {
        ahead += sums[at];
      }
      comparisons += halvings(ahead, document);
      for (int at = places[document] + 1; at <= n; at += at & -at) {
        sums[at]++;
      }
    }
    return comparisons;
  }

  /// How often what is left is halved until a place is found among so many documents.
  private static int halvings(int place, int count) {
    int halvings = 0;
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (place <= middle) {
        high = middle;
      } else {
        low = middle + 1;
      }
      halvings++;
    }
    return halvings;
  }
}
