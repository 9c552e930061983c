package dev.stepwise.compute.cosine.text;

import dev.stepwise.compute.run.Cancellation;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.random.Well19937c;

/// The few directions in the space of all words along which texts differ most: the right singular
/// vectors of the matrix of weights with the greatest singular values, the greatest first. Words
/// that stand in the same texts pull in the same direction, so texts can be near each other without
/// sharing a word. Of the two signs of a direction it is the one whose largest loading is positive.
///
/// S. Deerwester, S. T. Dumais, G. W. Furnas, T. K. Landauer and R. Harshman, "Indexing by latent
/// semantic analysis", Journal of the American Society for Information Science 41 (1990).
///
/// @param components orthonormal rows, a loading for each word of the vocabulary
/// @param singularValues one a component, positive, descending
/// @param kept the share of the squared weights of all texts that the components keep, 0 to 1
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record LatentSpace(double[][] components, double[] singularValues, double kept) {
  private static final long MOST_CELLS = 1_000_000;
  private static final int MOST_EXACT = 400;
  private static final int OVERSAMPLING = 10;
  private static final int ITERATIONS = 6;

  /// A singular value this much smaller than the greatest is rounding.
  private static final double NEGLIGIBLE = 1e-9;

  /// Weights and loadings are at most 1, so sums of their products are exact to about 1e-15.
  private static final double ROUNDING = 1e-13;

  /// The first directions of a matrix: exactly, by Commons Math's decomposition, while it is small;
  /// else by subspace iteration from a random start, after N. Halko, P. G. Martinsson and J. A.
  /// Tropp, "Finding structure with randomness", SIAM Review 53 (2011), in about `2 · ITERATIONS ·
  /// (count + 10)` products with the matrix.
  ///
  /// @param rows the weights of each text
  /// @param terms how many words the vocabulary has
  /// @param count how many directions are wanted; fewer are there where the texts span fewer
  /// @throws java.util.concurrent.CancellationException soon after the thread is interrupted
  public static LatentSpace of(List<SparseVector> rows, int terms, int count) {
    boolean small =
        (long) rows.size() * terms <= MOST_CELLS && Math.min(rows.size(), terms) <= MOST_EXACT;
    return small ? exact(rows, terms, count) : iterated(rows, terms, count);
  }

  /// The coordinates of weights along the components. A sum so small that it can only be rounding
  /// is 0, or a text that has nothing of any component would get a direction by chance.
  public double[] project(SparseVector weights) {
    return Arrays.stream(components)
        .mapToDouble(weights::dot)
        .map(value -> Math.abs(value) < ROUNDING ? 0 : value)
        .toArray();
  }

  /// By Commons Math's decomposition.
  static LatentSpace exact(List<SparseVector> rows, int terms, int count) {
    var dense = new double[rows.size()][terms];
    for (int i = 0; i < dense.length; i++) {
      rows.get(i).addTo(dense[i], 1);
    }
    var svd = new SingularValueDecomposition(new Array2DRowRealMatrix(dense, false));
    var right = svd.getVT().getData();
    return truncated(right, svd.getSingularValues(), squares(rows), count);
  }

  /// By subspace iteration.
  static LatentSpace iterated(List<SparseVector> rows, int terms, int count) {
    int width = Math.min(count + OVERSAMPLING, Math.min(rows.size(), terms));
    var random = new Well19937c(1);
    var basis = new double[width][terms];
    for (var direction : basis) {
      Arrays.setAll(direction, _ -> random.nextGaussian());
    }
    orthonormalise(basis);
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      basis = throughTexts(rows, basis, terms);
      orthonormalise(basis);
    }
    // In the subspace the decomposition is small: the eigenvectors of basis·AᵀA·basisᵀ.
    var images = throughTexts(rows, basis, terms);
    var gram =
        new Array2DRowRealMatrix(basis).multiply(new Array2DRowRealMatrix(images).transpose());
    var symmetric = gram.add(gram.transpose()).scalarMultiply(0.5);
    var eigen = new EigenDecomposition(symmetric);
    var right = eigen.getVT().multiply(new Array2DRowRealMatrix(basis)).getData();
    var values =
        Arrays.stream(eigen.getRealEigenvalues())
            .map(value -> Math.sqrt(Math.max(0, value)))
            .toArray();
    return truncated(right, values, squares(rows), count);
  }

  /// Each direction times AᵀA.
  private static double[][] throughTexts(List<SparseVector> rows, double[][] basis, int terms) {
    var images = new double[basis.length][terms];
    for (var row : rows) {
      Cancellation.checkpoint();
      for (int b = 0; b < basis.length; b++) {
        row.addTo(images[b], row.dot(basis[b]));
      }
    }
    return images;
  }

  /// Gram and Schmidt's way, twice, because once loses digits.
  private static void orthonormalise(double[][] basis) {
    for (int b = 0; b < basis.length; b++) {
      Cancellation.checkpoint();
      for (int round = 0; round < 2; round++) {
        for (int earlier = 0; earlier < b; earlier++) {
          double along = dot(basis[b], basis[earlier]);
          for (int c = 0; c < basis[b].length; c++) {
            basis[b][c] -= along * basis[earlier][c];
          }
        }
        double norm = Math.sqrt(dot(basis[b], basis[b]));
        for (int c = 0; norm > 0 && c < basis[b].length; c++) {
          basis[b][c] /= norm;
        }
      }
    }
  }

  private static LatentSpace truncated(
      double[][] right, double[] values, double squares, int count) {
    int there = 0;
    while (there < Math.min(count, values.length) && values[there] > NEGLIGIBLE * values[0]) {
      there++;
    }
    var components = Arrays.copyOf(right, there);
    var kept = Arrays.copyOf(values, there);
    Arrays.stream(components).forEach(LatentSpace::orient);
    double share = squares == 0 ? 0 : Math.min(1, dot(kept, kept) / squares);
    return new LatentSpace(components, kept, share);
  }

  private static void orient(double[] direction) {
    int largest = 0;
    for (int c = 1; c < direction.length; c++) {
      if (Math.abs(direction[c]) > Math.abs(direction[largest])) {
        largest = c;
      }
    }
    if (direction[largest] < 0) {
      Arrays.setAll(direction, c -> -direction[c]);
    }
  }

  private static double squares(List<SparseVector> rows) {
    return rows.stream().mapToDouble(row -> dot(row.values(), row.values())).sum();
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}
