package dev.stepwise.compute.gradient.regression;

import dev.stepwise.compute.run.Cancellation;
import java.util.ArrayList;
import java.util.List;

/// Orthonormal vectors that span m given ones, by Gram and Schmidt: always the vector with the
/// longest rest comes next, and each is made orthogonal twice, which is as good as Householder's
/// way. What is left below rounding is taken as nothing, so the number of vectors is the rank. This
/// is QR with column pivoting, without the square Q of a library's, which for 100,000 samples would
/// not fit into memory. Costs O(m·length·rank).
///
/// G. H. Golub, C. F. Van Loan, *Matrix Computations*, 4th edition, Johns Hopkins 2013, 5.2.8 and
/// 5.4.2; L. Giraud and others, *The loss of orthogonality in the Gram–Schmidt orthogonalization
/// process*, Computers & Mathematics with Applications 50 (2005).
///
/// @param basis the orthonormal vectors
/// @param order which of the given vectors each of them was made from
/// @param shares of each basis vector in each given one: given `i = Σ shares[k][i] · basis k`
record GramSchmidt(List<double[]> basis, List<Integer> order, List<double[]> shares) {

  /// Spans some vectors of equal length.
  ///
  /// @param most the rank that they can have at most
  static GramSchmidt of(double[][] vectors, int most) {
    int count = vectors.length;
    int length = vectors[0].length;
    var rests = new double[count][];
    double longest = 0;
    for (int i = 0; i < count; i++) {
      rests[i] = vectors[i].clone();
      longest = Math.max(longest, norm(rests[i]));
    }
    double nothing = longest * Math.max(count, length) * Math.ulp(1.0);
    var spanned = new GramSchmidt(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    while (spanned.rank() < Math.min(count, most)) {
      Cancellation.checkpoint();
      int next = longest(rests);
      if (!(norm(rests[next]) > nothing)) {
        break;
      }
      spanned.add(rests, next);
    }
    return spanned;
  }

  /// How many of the vectors are independent.
  int rank() {
    return basis.size();
  }

  private void add(double[][] rests, int next) {
    var direction = rests[next];
    for (int k = 0; k < rank(); k++) {
      shares.get(k)[next] += removed(direction, basis.get(k)); // again, for what rounding left
    }
    double norm = norm(direction);
    for (int c = 0; c < direction.length; c++) {
      direction[c] /= norm;
    }
    var share = new double[rests.length];
    basis.add(direction.clone());
    order.add(next);
    shares.add(share);
    share[next] = norm;
    rests[next] = new double[direction.length];
    for (int i = 0; i < rests.length; i++) {
      if (!order.contains(i)) {
        share[i] = removed(rests[i], basis.getLast());
      }
    }
  }

  /// Takes the part along a unit vector away; gives how much it was.
  static double removed(double[] vector, double[] unit) {
    double along = 0;
    for (int c = 0; c < vector.length; c++) {
      along += vector[c] * unit[c];
    }
    for (int c = 0; c < vector.length; c++) {
      vector[c] -= along * unit[c];
    }
    return along;
  }

  /// The index of the longest vector.
  private static int longest(double[][] vectors) {
    int longest = 0;
    double most = -1;
    for (int i = 0; i < vectors.length; i++) {
      double norm = norm(vectors[i]);
      if (norm > most) {
        most = norm;
        longest = i;
      }
    }
    return longest;
  }

  /// The Euclidean length, measured against the largest number so that no square underflows.
  static double norm(double[] vector) {
    double largest = 0;
    for (double value : vector) {
      largest = Math.max(largest, Math.abs(value));
    }
    double squares = 0;
    for (double value : vector) {
      squares += largest == 0 ? 0 : (value / largest) * (value / largest);
    }
    return largest * Math.sqrt(squares);
  }
}
