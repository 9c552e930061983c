package dev.stepwise.compute.cosine;

import java.util.ArrayList;
import java.util.List;

/// Sorting by insertion: each document finds its place among those before it by halving, which
/// takes about log₂ comparisons, and those that rank after it move down by one. It is stable, and
/// what fast stable sorts do with short stretches; they merge longer ones, so that moving costs no
/// more than comparing.
///
/// D. E. Knuth, *The Art of Computer Programming*, volume 3, 2nd edition, Addison-Wesley 1998,
/// section 6.2.1.
///
/// @param place where the document belongs, from 0
/// @param compared the documents that it was compared with, in their order
public record BinaryInsertion(int place, List<Comparison> compared) {

  /// One comparison.
  ///
  /// @param other the document in the middle of what is left
  /// @param low,high its place is between these, after the comparison
  public record Comparison(int other, int low, int high) {}

  /// Copies the list.
  public BinaryInsertion {
    compared = List.copyOf(compared);
  }

  /// Finds the place of a document.
  ///
  /// @param ranked documents, best first
  /// @param count how many of them are in place
  public static BinaryInsertion of(double[] similarities, int[] ranked, int count, int document) {
    var compared = new ArrayList<Comparison>();
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (CosineSearch.ranksBefore(similarities, document, ranked[middle])) {
        high = middle;
      } else {
        low = middle + 1;
      }
      compared.add(new Comparison(ranked[middle], low, high));
    }
    return new BinaryInsertion(low, compared);
  }
}
