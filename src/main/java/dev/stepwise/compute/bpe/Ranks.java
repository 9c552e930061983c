package dev.stepwise.compute.bpe;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The merges by their pairs, to find the next one that applies to a word. A pair that was learned
/// twice has two ranks. May be read while merges are added.
final class Ranks {
  /// No merge applies.
  static final int NONE = -1;

  private final Map<Pair, int[]> ranks;
  private final Map<Integer, Pair> pairs;

  /// @param expected about how many merges there will be, so that tables need not grow
  Ranks(int expected) {
    ranks = new ConcurrentHashMap<>(expected);
    pairs = new ConcurrentHashMap<>(expected);
  }

  void add(Pair pair, int rank) {
    pairs.put(rank, pair);
    ranks.merge(
        pair,
        new int[] {rank},
        (known, more) -> {
          int[] all = Arrays.copyOf(known, known.length + 1);
          all[known.length] = more[0];
          return all;
        });
  }

  /// The pair of a merge that was added.
  Pair pair(int rank) {
    var pair = pairs.get(rank);
    if (pair == null) {
      throw new IndexOutOfBoundsException("merge " + rank);
    }
    return pair;
  }

  /// Whether a merge is of a pair.
  boolean has(Pair pair, int rank) {
    return pair.equals(pairs.get(rank));
  }

  /// The lowest rank of a pair from one on and below another, or [#NONE].
  int lowest(Pair pair, int from, int below) {
    int best = better(pair, from, below);
    return best < below ? best : NONE;
  }

  private int better(Pair pair, int from, int best) {
    int[] found = ranks.get(pair);
    if (found != null) {
      for (int rank : found) {
        if (rank >= from) {
          return Math.min(rank, best);
        }
      }
    }
    return best;
  }

  /// The lowest rank from one on and below another of a merge whose pair stands in a word, or
  /// [#NONE].
  int next(List<Symbol> symbols, int from, int below) {
    int best = below;
    for (int i = 0; i + 1 < symbols.size(); i++) {
      best = better(new Pair(symbols.get(i), symbols.get(i + 1)), from, best);
    }
    return best < below ? best : NONE;
  }

  /// The lowest rank from one on and below another of a merge whose text stands in a word, or
  /// [#NONE].
  int nextInText(List<Symbol> symbols, int from, int below) {
    int best = below;
    for (int i = 0; i + 1 < symbols.size(); i++) {
      best = lowestInside(symbols.get(i), symbols.get(i + 1), from, best);
    }
    return best < below ? best : NONE;
  }

  /// Any end of the left symbol with any beginning of the right one.
  private int lowestInside(Symbol left, Symbol right, int from, int best) {
    int lowest = best;
    for (int start = 0; start < left.letters().length(); start++) {
      var end = Symbol.of(left.letters().substring(start));
      for (int length = 1; length <= right.letters().length(); length++) {
        var beginning = Symbol.of(right.letters().substring(0, length));
        lowest = better(new Pair(end, beginning), from, lowest);
      }
      if (right.endsWord()) {
        lowest = better(new Pair(end, right), from, lowest);
      }
    }
    return lowest;
  }
}
