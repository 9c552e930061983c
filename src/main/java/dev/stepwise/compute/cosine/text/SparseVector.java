package dev.stepwise.compute.cosine.text;

/// A vector of which most numbers are 0. The arrays are shared and never written to.
///
/// @param terms where it is not 0, ascending
/// @param values the numbers there
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record SparseVector(int[] terms, double[] values) {

  /// The number at a place.
  public double at(int term) {
    int found = java.util.Arrays.binarySearch(terms, term);
    return found < 0 ? 0 : values[found];
  }

  /// The dot product with a vector that has all its numbers.
  public double dot(double[] dense) {
    double sum = 0;
    for (int e = 0; e < terms.length; e++) {
      sum += values[e] * dense[terms[e]];
    }
    return sum;
  }

  /// Adds a multiple of this vector to one that has all its numbers.
  void addTo(double[] dense, double factor) {
    for (int e = 0; e < terms.length; e++) {
      dense[terms[e]] += factor * values[e];
    }
  }
}
