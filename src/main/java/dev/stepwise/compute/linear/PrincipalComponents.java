package dev.stepwise.compute.linear;

import dev.stepwise.compute.run.Cancellation;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/// The directions in which points spread most: the eigenvectors of their covariance matrix with the
/// greatest eigenvalues, the greatest first. The same points give the same directions on every
/// platform; of the two signs of a direction, the one whose largest loading is positive (of equally
/// large ones, the first).
///
/// I. T. Jolliffe, *Principal Component Analysis*, 2nd edition, Springer 2002.
///
/// @param mean of each of the d coordinates
/// @param components orthonormal rows of d loadings
/// @param explained the share of the total variance along each component, 0 to 1; all 0 where the
///   points coincide
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record PrincipalComponents(double[] mean, double[][] components, double[] explained) {

  /// The first components of n×d points.
  ///
  /// @param count how many are wanted, at least 1; at most d are there
  /// @throws java.util.concurrent.CancellationException soon after the thread is interrupted
  public static PrincipalComponents of(double[][] points, int count) {
    int dimensions = points[0].length;
    double[] mean = mean(points);
    double[][] scatter = scatter(points, mean);
    var eigen = new EigenDecomposition(new Array2DRowRealMatrix(scatter, false));
    double total = 0;
    for (int c = 0; c < dimensions; c++) {
      total += scatter[c][c];
    }
    int kept = Math.min(count, dimensions);
    var components = new double[kept][];
    var explained = new double[kept];
    for (int p = 0; p < kept; p++) {
      components[p] = withSign(eigen.getEigenvector(p).toArray());
      // Rounding can leave a tiny negative eigenvalue where there is no variance.
      explained[p] = total == 0 ? 0 : Math.max(0, eigen.getRealEigenvalue(p)) / total;
    }
    return new PrincipalComponents(mean, components, explained);
  }

  /// The coordinates of a point along the components.
  public double[] project(double[] point) {
    var projected = new double[components.length];
    for (int p = 0; p < projected.length; p++) {
      for (int c = 0; c < point.length; c++) {
        projected[p] += (point[c] - mean[c]) * components[p][c];
      }
    }
    return projected;
  }

  /// The coordinates of points along the components.
  public double[][] project(double[][] points) {
    var projected = new double[points.length][];
    for (int i = 0; i < points.length; i++) {
      projected[i] = project(points[i]);
    }
    return projected;
  }

  private static double[] mean(double[][] points) {
    var mean = new double[points[0].length];
    for (double[] point : points) {
      for (int c = 0; c < mean.length; c++) {
        mean[c] += point[c] / points.length;
      }
    }
    return mean;
  }

  /// The covariance up to a positive factor, which changes neither directions nor shares: gaps are
  /// measured against the largest one, so that none overflows when squared.
  private static double[][] scatter(double[][] points, double[] mean) {
    double largest = Double.MIN_NORMAL;
    for (double[] point : points) {
      for (int c = 0; c < mean.length; c++) {
        largest = Math.max(largest, Math.abs(point[c] - mean[c]));
      }
    }
    var scatter = new double[mean.length][mean.length];
    var gaps = new double[mean.length];
    for (double[] point : points) {
      Cancellation.checkpoint();
      for (int c = 0; c < gaps.length; c++) {
        gaps[c] = (point[c] - mean[c]) / largest;
      }
      for (int row = 0; row < gaps.length; row++) {
        for (int column = 0; column <= row; column++) {
          scatter[row][column] += gaps[row] * gaps[column];
        }
      }
    }
    for (int row = 0; row < gaps.length; row++) {
      for (int column = 0; column < row; column++) {
        scatter[column][row] = scatter[row][column];
      }
    }
    return scatter;
  }

  private static double[] withSign(double[] direction) {
    int largest = 0;
    for (int c = 1; c < direction.length; c++) {
      if (Math.abs(direction[c]) > Math.abs(direction[largest])) {
        largest = c;
      }
    }
    if (direction[largest] < 0) {
      for (int c = 0; c < direction.length; c++) {
        direction[c] = -direction[c];
      }
    }
    return direction;
  }
}
