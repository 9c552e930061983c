package dev.stepwise.compute.linear;

import dev.stepwise.compute.run.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.Well19937c;

/// The directions that a matrix A stretches most: its right singular vectors with the greatest
/// singular values, the greatest first. The same matrix gives the same directions on every
/// platform; of the two signs of a direction it is the one whose largest loading is positive.
///
/// They are looked for in the space that a few random combinations of the rows, and what becomes of
/// them by multiplying with AᵀA again and again, span: a block Krylov space. It is left when the
/// directions change no more, or when it holds all rows, and then they are exact. No step can fail,
/// whatever the rank. A basis of b vectors takes b·n·d multiplications twice.
///
/// C. Musco and C. Musco, "Randomized block Krylov methods for stronger and faster approximate
/// singular value decomposition", NIPS 2015.
///
/// @param directions orthonormal rows; fewer than asked for where the rows span fewer dimensions
/// @param values the singular values, positive, descending
@SuppressWarnings("ArrayRecordComponent") // made for the one who asks
public record SingularDirections(double[][] directions, double[] values) {
  private static final int OVERSAMPLING = 3;
  private static final int LARGEST_BASIS = 120;

  /// By how much the basis grows before it is looked again whether it is large enough.
  private static final double GROWTH = 1.5;

  private static final double CONVERGED = 1e-10;
  private static final double ROUNDING = 1e-15;

  /// What is left of a vector beside its parts along others is rounding where it is this small.
  private static final double IN_THE_SPAN = 1e-10;

  /// A singular value this much smaller than the greatest is rounding.
  private static final double NEGLIGIBLE = 1e-10;

  /// The first directions of a matrix whose numbers can be squared and added up.
  ///
  /// @param count how many are wanted, at least 1
  /// @throws java.util.concurrent.CancellationException soon after the thread is interrupted
  public static SingularDirections of(Rows matrix, int count) {
    int most = Math.min(matrix.count(), matrix.columns());
    var space = new Space(matrix);
    var block = combinations(matrix, Math.min(most, count + OVERSAMPLING));
    int limit = Math.max(LARGEST_BASIS, 3 * block.size());
    int look = 2 * block.size();
    while (space.extend(block) && space.size() < limit) {
      if (space.size() >= look) {
        if (space.holds(count)) {
          break;
        }
        look = (int) (GROWTH * space.size());
      }
      block = space.latestImages();
    }
    return space.directions(count);
  }

  /// Random combinations of the rows.
  private static List<double[]> combinations(Rows matrix, int count) {
    var random = new Well19937c(1);
    var combinations = new ArrayList<double[]>();
    for (int i = 0; i < count; i++) {
      Cancellation.checkpoint();
      var combination = new double[matrix.columns()];
      for (int row = 0; row < matrix.count(); row++) {
        matrix.addTo(combination, row, random.nextGaussian());
      }
      combinations.add(combination);
    }
    return combinations;
  }

  /// Turns a direction so that its largest loading is positive; of loadings that are equal but for
  /// rounding the first counts as the largest.
  static void orient(double[] direction) {
    int largest = 0;
    for (int c = 1; c < direction.length; c++) {
      if (Math.abs(direction[c]) > Math.abs(direction[largest]) * (1 + 1e-9)) {
        largest = c;
      }
    }
    if (direction[largest] < 0) {
      for (int c = 0; c < direction.length; c++) {
        direction[c] = -direction[c];
      }
    }
  }

  /// A vector without its parts along others, by Gram and Schmidt's way, twice, because once loses
  /// digits.
  ///
  /// @return its length, after which it is written over
  static double leaveOut(List<double[]> orthonormal, double[] vector) {
    for (int round = 0; round < 2; round++) {
      for (var other : orthonormal) {
        add(vector, other, -Matrices.dot(vector, other));
      }
    }
    return Math.sqrt(Matrices.dot(vector, vector));
  }

  private static void add(double[] sum, double[] vector, double factor) {
    for (int c = 0; c < sum.length; c++) {
      sum[c] += factor * vector[c];
    }
  }

  static void scale(double[] vector, double factor) {
    for (int c = 0; c < vector.length; c++) {
      vector[c] *= factor;
    }
  }

  private static double[] combined(List<double[]> vectors, double[] factors) {
    var sum = new double[vectors.getFirst().length];
    for (int i = 0; i < factors.length; i++) {
      add(sum, vectors.get(i), factors[i]);
    }
    return sum;
  }

  /// A space that grows.
  private static final class Space {
    private final Rows matrix;
    private final List<double[]> basis = new ArrayList<>();

    /// AᵀA times each vector of the basis.
    private final List<double[]> images = new ArrayList<>();

    private int latest;

    Space(Rows matrix) {
      this.matrix = matrix;
    }

    int size() {
      return basis.size();
    }

    /// Adds what is new in some vectors; whether there is anything.
    boolean extend(List<double[]> vectors) {
      latest = basis.size();
      for (var vector : vectors) {
        Cancellation.checkpoint();
        double length = Math.sqrt(Matrices.dot(vector, vector));
        var fresh = vector.clone();
        double left = leaveOut(basis, fresh);
        if (left > IN_THE_SPAN * length) {
          scale(fresh, 1 / left);
          basis.add(fresh);
        }
      }
      images.addAll(throughMatrix(basis.subList(latest, basis.size())));
      return basis.size() > latest;
    }

    List<double[]> latestImages() {
      return images.subList(latest, images.size());
    }

    private List<double[]> throughMatrix(List<double[]> vectors) {
      var products = vectors.stream().map(_ -> new double[matrix.columns()]).toList();
      for (int row = 0; row < matrix.count(); row++) {
        Cancellation.checkpoint();
        for (int i = 0; i < products.size(); i++) {
          matrix.addTo(products.get(i), row, matrix.dot(row, vectors.get(i)));
        }
      }
      return products;
    }

    /// AᵀA as seen from within the space.
    private SymmetricEigen inside() {
      int size = basis.size();
      var gram = new double[size][size];
      for (int i = 0; i < size; i++) {
        for (int j = 0; j <= i; j++) {
          double product =
              (Matrices.dot(basis.get(i), images.get(j))
                      + Matrices.dot(basis.get(j), images.get(i)))
                  / 2;
          gram[i][j] = product;
          gram[j][i] = product;
        }
      }
      return SymmetricEigen.of(gram);
    }

    /// Whether AᵀA stretches the first directions found and does nothing else to them.
    boolean holds(int count) {
      var eigen = inside();
      for (int i = 0; i < Math.min(count, eigen.values().length); i++) {
        double value = eigen.values()[i];
        var gap = combined(images, eigen.vectors()[i]);
        add(gap, combined(basis, eigen.vectors()[i]), -value);
        double allowed = CONVERGED * value + ROUNDING * eigen.values()[0];
        if (Math.sqrt(Matrices.dot(gap, gap)) > allowed) {
          return false;
        }
      }
      return true;
    }

    SingularDirections directions(int count) {
      if (basis.isEmpty()) {
        return new SingularDirections(new double[0][], new double[0]);
      }
      var eigen = inside();
      var directions = new ArrayList<double[]>();
      var values = new ArrayList<Double>();
      for (int i = 0; i < Math.min(count, eigen.values().length); i++) {
        var direction = combined(basis, eigen.vectors()[i]);
        double value = stretch(direction);
        if (value <= NEGLIGIBLE * (values.isEmpty() ? 0 : values.getFirst())) {
          break;
        }
        orient(direction);
        directions.add(direction);
        values.add(value);
      }
      return new SingularDirections(
          directions.toArray(double[][]::new),
          values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// The length of A times a vector, more exact than the root of an eigenvalue of AᵀA.
    private double stretch(double[] direction) {
      return Math.sqrt(
          IntStream.range(0, matrix.count())
              .mapToDouble(row -> matrix.dot(row, direction))
              .map(along -> along * along)
              .sum());
    }
  }
}
