package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.Merge.Place;
import java.util.List;
import java.util.Optional;

/// The pairs at some moment, the one that would be merged first.
///
/// @param rows the best pairs
/// @param kinds how many different pairs there are
/// @param ties how many of them occur as often as the best one
public record PairTable(List<Row> rows, int kinds, int ties) {

  /// A pair.
  ///
  /// @param count how often it occurs
  /// @param first where it is seen first
  public record Row(Pair pair, long count, Place first) {}

  /// Copies the list.
  public PairTable {
    rows = List.copyOf(rows);
  }

  /// The same with so many rows at most.
  PairTable first(int most) {
    return rows.size() <= most ? this : new PairTable(rows.subList(0, most), kinds, ties);
  }

  /// The pairs, the best one first.
  List<Pair> pairs() {
    return rows.stream().map(Row::pair).toList();
  }

  /// The row of a pair, if it is one of the best.
  public Optional<Row> row(Pair pair) {
    return rows.stream().filter(row -> row.pair().equals(pair)).findFirst();
  }
}
