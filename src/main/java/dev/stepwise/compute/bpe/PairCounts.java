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
/// @param counts of the pairs, in the order in which they are first seen
/// @param firsts where each pair is first seen
record PairCounts(
    SequencedMap<Pair, Long> counts, SequencedMap<Pair, Place> firsts, TieBreak tieBreak) {

  /// The pairs of some words after so many merges.
  static PairCounts of(BpeFrame frame, List<Integer> words, int merges) {
    var rules = frame.problem().rules();
    var counts =
        new PairCounts(new LinkedHashMap<>(), new LinkedHashMap<>(), rules.tieBreak());
    for (int word : words) {
      var symbols = frame.training().segmented(word, merges);
      counts.add(word, symbols, rules, frame.training().words().frequency(word));
    }
    return counts;
  }

  private void add(int word, List<String> symbols, Rules rules, long frequency) {
    Bpe.pairs(symbols, rules.pairCount()).forEach(pair -> counts.merge(pair, frequency, Long::sum));
    int offset = 0;
    for (int i = 0; i + 1 < symbols.size(); i++) {
      firsts.putIfAbsent(new Pair(symbols.get(i), symbols.get(i + 1)), new Place(word, offset));
      offset += symbols.get(i).codePointCount(0, symbols.get(i).length());
    }
  }

  PairTable table(int most) {
    var ties =
        switch (tieBreak) {
          case FIRST_SEEN -> Comparator.comparing(Row::first);
          case LEXICOGRAPHIC -> Comparator.comparing(Row::pair, Pair.BY_CODE_POINTS);
        };
    var rows =
        counts.keySet().stream()
            .map(pair -> new Row(pair, counts.get(pair), firsts.get(pair)))
            .sorted(Comparator.comparingLong(Row::count).reversed().thenComparing(ties))
            .toList();
    long best = rows.isEmpty() ? 0 : rows.getFirst().count();
    int tied = (int) rows.stream().filter(row -> row.count() == best).count();
    return new PairTable(rows.stream().limit(most).toList(), rows.size(), tied);
  }
}
