package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.Rules.Replacement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The merges by their pairs, to find the next one that applies to a word. A pair that was learned
/// twice has two ranks. May be read while merges are added.
final class Ranks {
  /// No merge applies.
  static final int NONE = -1;

  private final Map<Pair, int[]> ranks = new ConcurrentHashMap<>();
  private final Replacement replacement;

  Ranks(Replacement replacement) {
    this.replacement = replacement;
  }

  void add(Pair pair, int rank) {
    ranks.merge(
        pair,
        new int[] {rank},
        (known, more) -> {
          int[] all = Arrays.copyOf(known, known.length + 1);
          all[known.length] = more[0];
          return all;
        });
  }

  /// The lowest rank from one on and below another of a merge that applies to a word, or [#NONE].
  int next(List<String> symbols, int from, int below) {
    int best = below;
    for (int i = 0; i + 1 < symbols.size(); i++) {
      var left = symbols.get(i);
      var right = symbols.get(i + 1);
      best =
          switch (replacement) {
            case SYMBOLS -> lowest(new Pair(left, right), from, best);
            case TEXT -> lowestInside(left, right, from, best);
          };
    }
    return best < below ? best : NONE;
  }

  private int lowest(Pair pair, int from, int best) {
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

  /// Any end of the left symbol with any beginning of the right one.
  private int lowestInside(String left, String right, int from, int best) {
    int lowest = best;
    for (int start = 0; start < left.length(); start++) {
      var end = left.substring(start);
      for (int length = 1; length <= right.length(); length++) {
        lowest = lowest(new Pair(end, right.substring(0, length)), from, lowest);
      }
    }
    return lowest;
  }
}
