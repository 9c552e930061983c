package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.PairTable.Row;
import dev.stepwise.compute.bpe.Rules.TieBreak;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The pair tables after any number of merges that have been learned, the latest ones kept: a
/// window asks for the same ones at every frame that it draws.
///
/// Safe for several threads, also while one of them learns: no table waits for a merge that is
/// being learned.
final class PairTables {
  /// The rows that are kept of a table; who wants more has it made anew.
  static final int ROWS_KEPT = 64;

  private static final int TABLES_KEPT = 32;

  private final PairStats stats;
  private final Symbols symbols;
  private final TieBreak tieBreak;
  private final PairCursor counts;
  private final Map<Integer, PairTable> kept =
      new LinkedHashMap<>(TABLES_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, PairTable> eldest) {
          return size() > TABLES_KEPT;
        }
      };

  PairTables(Learner learner, TieBreak tieBreak) {
    this.stats = learner.stats();
    this.symbols = learner.symbols();
    this.tieBreak = tieBreak;
    this.counts = new PairCursor(learner.changes());
  }

  /// The best pairs after so many merges.
  ///
  /// @param most how many rows at most
  synchronized PairTable after(int merges, int most) {
    return most > ROWS_KEPT
        ? made(merges, most)
        : kept.computeIfAbsent(merges, _ -> made(merges, ROWS_KEPT)).first(most);
  }

  private PairTable made(int merges, int most) {
    counts.go(merges);
    var best = counts.best(most, ties());
    var rows = best.stream().map(this::row).toList();
    long greatest = best.isEmpty() ? 0 : counts.count(best.getFirst());
    return new PairTable(rows, counts.kinds(), counts.kindsThatOccur(greatest));
  }

  /// A pair after so many merges; empty where it does not occur.
  synchronized Optional<Row> pair(Pair pair, int merges) {
    var left = symbols.find(pair.left());
    var right = symbols.find(pair.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    int found = stats.find(left.getAsInt(), right.getAsInt());
    counts.go(merges);
    return found >= 0 && counts.count(found) > 0 ? Optional.of(row(found)) : Optional.empty();
  }

  private Row row(int pair) {
    return new Row(named(pair), counts.count(pair), PairStats.place(counts.first(pair)));
  }

  private Pair named(int pair) {
    return new Pair(symbols.symbol(stats.left(pair)), symbols.symbol(stats.right(pair)));
  }

  private Comparator<Integer> ties() {
    return tieBreak == TieBreak.LEXICOGRAPHIC
        ? Comparator.comparing(this::named, Pair.BY_CODE_POINTS)
        : Comparator.comparingLong(counts::first);
  }
}
