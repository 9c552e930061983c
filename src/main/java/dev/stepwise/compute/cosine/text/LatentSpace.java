package dev.stepwise.compute.cosine.text;

import dev.stepwise.compute.linear.Rows;
import dev.stepwise.compute.linear.SingularDirections;
import java.util.Arrays;
import java.util.List;

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
  /// Weights and loadings are at most 1, so sums of their products are exact to about 1e-15.
  private static final double ROUNDING = 1e-13;

  /// The first directions of a matrix, by [SingularDirections].
  ///
  /// @param rows the weights of each text
  /// @param terms how many words the vocabulary has
  /// @param count how many directions are wanted; fewer are there where the texts span fewer
  /// @throws java.util.concurrent.CancellationException soon after the thread is interrupted
  public static LatentSpace of(List<SparseVector> rows, int terms, int count) {
    var found = SingularDirections.of(new Weights(rows, terms), count);
    double kept = Arrays.stream(found.values()).map(value -> value * value).sum();
    double squares =
        rows.stream()
            .flatMapToDouble(row -> Arrays.stream(row.values()))
            .map(weight -> weight * weight)
            .sum();
    double share = squares == 0 ? 0 : Math.min(1, kept / squares);
    return new LatentSpace(found.directions(), found.values(), share);
  }

  /// The coordinates of weights along the components. A sum so small that it can only be rounding
  /// is 0, or a text that has nothing of any component would get a direction by chance.
  public double[] project(SparseVector weights) {
    return Arrays.stream(components)
        .mapToDouble(weights::dot)
        .map(value -> Math.abs(value) < ROUNDING ? 0 : value)
        .toArray();
  }

  private record Weights(List<SparseVector> rows, int columns) implements Rows {
    @Override
    public int count() {
      return rows.size();
    }

    @Override
    public double dot(int row, double[] vector) {
      return rows.get(row).dot(vector);
    }

    @Override
    public void addTo(double[] vector, int row, double factor) {
      rows.get(row).addTo(vector, factor);
    }
  }
}
