package dev.stepwise.compute.linear;

import dev.stepwise.compute.run.Cancellation;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The eigenvalues of a symmetric matrix, the greatest first, and their eigenvectors: by Jacobi's
/// rotations, each of which makes one number off the diagonal 0. Unlike methods that may not
/// converge it ends for every matrix of finite numbers, whatever its rank. A k×k matrix takes some
/// ten sweeps of k²/2 rotations, each 6k multiplications: it is meant for small ones.
///
/// G. H. Golub and C. F. Van Loan, *Matrix Computations*, 4th edition, Johns Hopkins 2013, section
/// 8.5.
///
/// @param values descending
/// @param vectors orthonormal rows, one for each value
@SuppressWarnings("ArrayRecordComponent") // made for the one who asks
public record SymmetricEigen(double[] values, double[][] vectors) {
  private static final int MOST_SWEEPS = 50;

  /// Numbers off the diagonal that are this small beside the greatest eigenvalue are rounding.
  private static final double NEGLIGIBLE = 1e-16;

  /// Decomposes a matrix.
  ///
  /// @param symmetric k×k, not written to
  /// @throws java.util.concurrent.CancellationException soon after the thread is interrupted
  public static SymmetricEigen of(double[][] symmetric) {
    int size = symmetric.length;
    var a = new double[size][];
    var vectors = new double[size][size];
    for (int i = 0; i < size; i++) {
      a[i] = symmetric[i].clone();
      vectors[i][i] = 1;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && sweep(a, vectors); sweep++) {
      Cancellation.checkpoint();
    }
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -a[i][i]))
            .mapToInt(i -> i)
            .toArray();
    return new SymmetricEigen(
        IntStream.of(order).mapToDouble(i -> a[i][i]).toArray(),
        IntStream.of(order).mapToObj(i -> vectors[i]).toArray(double[][]::new));
  }

  /// Visits every number above the diagonal once; whether there was one to rotate away.
  private static boolean sweep(double[][] a, double[][] vectors) {
    boolean rotated = false;
    double negligible = 0;
    for (int i = 0; i < a.length; i++) {
      negligible = Math.max(negligible, NEGLIGIBLE * Math.abs(a[i][i]));
    }
    for (int p = 0; p < a.length; p++) {
      for (int q = p + 1; q < a.length; q++) {
        if (Math.abs(a[p][q]) > negligible) {
          rotate(a, vectors, p, q);
          rotated = true;
        }
      }
    }
    return rotated;
  }

  /// Turns the plane of two axes so that the number between them becomes 0, by the smaller of the
  /// two angles that do.
  private static void rotate(double[][] a, double[][] vectors, int p, int q) {
    double cotangent = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double tangent = Math.copySign(1, cotangent) / (Math.abs(cotangent) + Math.hypot(1, cotangent));
    double cosine = 1 / Math.hypot(1, tangent);
    double sine = tangent * cosine;
    for (double[] row : a) {
      double left = row[p];
      double right = row[q];
      row[p] = cosine * left - sine * right;
      row[q] = sine * left + cosine * right;
    }
    turn(a[p], a[q], cosine, sine);
    turn(vectors[p], vectors[q], cosine, sine);
    a[p][q] = 0;
    a[q][p] = 0;
  }

  private static void turn(double[] one, double[] other, double cosine, double sine) {
    for (int i = 0; i < one.length; i++) {
      double first = one[i];
      double second = other[i];
      one[i] = cosine * first - sine * second;
      other[i] = sine * first + cosine * second;
    }
  }
}
