package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.Rules.Replacement;
import dev.stepwise.compute.run.Cancellation;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Encodes a word by the merges in the order in which they were learned.
///
/// Symbols are merged in a linked list, and the places where a merge applies wait in a queue in the
/// order of ranks, then from left to right: n letters take O(n log n), however many merges apply.
/// The other ways, which are there to be seen to be wrong, look at the whole word for each merge.
final class Encoder {
  private static final int NONE = -1;

  private final Ranks ranks;
  private final Rules rules;
  private final int learned;

  /// @param learned how many of the merges are applied
  Encoder(Ranks ranks, Rules rules, int learned) {
    this.ranks = ranks;
    this.rules = rules;
    this.learned = learned;
  }

  /// @throws java.util.concurrent.CancellationException where the thread is interrupted
  Encoding encode(String word) {
    var symbols = Bpe.split(word, rules);
    var notes = new Encoding.Notes(word, symbols);
    if (rules.replacement() == Replacement.SYMBOLS) {
      new Chain(symbols, notes).mergeAll();
    } else {
      replaceAll(symbols, notes);
    }
    return notes.encoding();
  }

  /// A place where a merge applies: the pair that begins with a symbol.
  private record Place(int rank, int symbol) {}

  /// The word as a list in which each symbol knows its neighbours; a symbol is where its first part
  /// was.
  private final class Chain {
    private final Encoding.Notes notes;
    private final Symbol[] symbols;
    private final int[] next;
    private final int[] previous;
    private final boolean[] gone;
    private final PriorityQueue<Place> places =
        new PriorityQueue<>(Comparator.comparingInt(Place::rank).thenComparingInt(Place::symbol));

    Chain(List<Symbol> split, Encoding.Notes notes) {
      this.notes = notes;
      int size = split.size();
      symbols = split.toArray(Symbol[]::new);
      next = new int[size];
      previous = new int[size];
      gone = new boolean[size];
      for (int i = 0; i < size; i++) {
        next[i] = i + 1 < size ? i + 1 : NONE;
        previous[i] = i - 1;
      }
      for (int i = 0; i < size; i++) {
        offer(i, 0);
      }
    }

    private Pair pair(int symbol) {
      return new Pair(symbols[symbol], symbols[next[symbol]]);
    }

    private void offer(int symbol, int from) {
      if (symbol != NONE && next[symbol] != NONE) {
        int rank = ranks.lowest(pair(symbol), from, learned);
        if (rank != Ranks.NONE) {
          places.add(new Place(rank, symbol));
        }
      }
    }

    void mergeAll() {
      int current = NONE;
      while (!places.isEmpty()) {
        var place = places.remove();
        int symbol = place.symbol();
        if (gone[symbol] || next[symbol] == NONE) {
          continue;
        }
        var pair = pair(symbol);
        if (!ranks.has(pair, place.rank())) {
          continue; // a merge before has changed a symbol of it
        }
        if (place.rank() != current) {
          Cancellation.checkpoint();
          current = place.rank();
          notes.stage(current, pair);
        }
        merge(symbol, pair.merged());
        offer(previous[symbol], current + 1);
        offer(symbol, current + 1);
      }
    }

    private void merge(int symbol, Symbol merged) {
      int right = next[symbol];
      notes.closed(right - 1);
      symbols[symbol] = merged;
      gone[right] = true;
      next[symbol] = next[right];
      if (next[right] != NONE) {
        previous[next[right]] = symbol;
      }
    }
  }

  private void replaceAll(List<Symbol> symbols, Encoding.Notes notes) {
    var current = symbols;
    int rank = next(current, 0);
    while (rank != Ranks.NONE) {
      Cancellation.checkpoint();
      var pair = ranks.pair(rank);
      var after = rules.replacement().merged(current, pair);
      if (after.size() < current.size()) {
        notes.stage(rank, pair);
        close(current, after, notes);
      }
      current = after;
      rank = next(current, rank + 1);
    }
  }

  private int next(List<Symbol> symbols, int from) {
    return rules.replacement() == Replacement.TEXT
        ? ranks.nextInText(symbols, from, learned)
        : ranks.next(symbols, from, learned);
  }

  /// Notes the seams that are there before and not after.
  private static void close(List<Symbol> before, List<Symbol> after, Encoding.Notes notes) {
    int seam = 0;
    int kept = 0;
    int part = 0;
    for (var symbol : before) {
      seam += symbol.length();
      if (part < after.size() && seam == kept + after.get(part).length()) {
        kept = seam;
        part++;
      } else {
        notes.closed(seam - 1);
      }
    }
  }
}
