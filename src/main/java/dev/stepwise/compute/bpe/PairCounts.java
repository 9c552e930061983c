package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.Merge.Place;
import dev.stepwise.compute.bpe.PairTable.Row;
import dev.stepwise.compute.bpe.Rules.TieBreak;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The pairs of some words, counted one word after the other.
///
/// @param rows the pairs, in the order in which they are first seen
record PairCounts(SequencedMap<Pair, Row> rows, Rules rules) {

  /// The pairs of some words after so many merges.
  static PairCounts of(BpeFrame frame, List<Integer> words, int merges) {
    var counts = new PairCounts(new LinkedHashMap<>(), frame.problem().rules());
    for (int word : words) {
      var symbols = frame.training().segmented(word, merges);
      counts.add(word, symbols, frame.training().words().frequency(word));
    }
    return counts;
  }

  private void add(int word, List<Symbol> symbols, long frequency) {
    boolean[] counted = rules.pairCount().counted(symbols);
    long weight = rules.pairCount().weight(frequency);
    int offset = 0;
    for (int i = 0; i + 1 < symbols.size(); i++) {
      var pair = new Pair(symbols.get(i), symbols.get(i + 1));
      if (counted[i]) {
        rows.merge(
            pair,
            new Row(pair, weight, new Place(word, offset)),
            (known, more) -> new Row(pair, known.count() + more.count(), known.first()));
      }
      offset += symbols.get(i).length();
    }
  }

  PairTable table(int most) {
    var ties =
        rules.tieBreak() == TieBreak.FIRST_SEEN
            ? Comparator.comparing(Row::first)
            : Comparator.comparing(Row::pair, Pair.BY_CODE_POINTS);
    var best =
        rows.values().stream()
            .sorted(Comparator.comparingLong(Row::count).reversed().thenComparing(ties))
            .toList();
    long greatest = best.isEmpty() ? 0 : best.getFirst().count();
    int tied = (int) best.stream().filter(row -> row.count() == greatest).count();
    return new PairTable(best.stream().limit(most).toList(), best.size(), tied);
  }
}
