package dev.stepwise.compute.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The directions in which points spread most, the greatest spread first: the [SingularDirections]
/// of the points' gaps from their mean, which are the eigenvectors of the covariance matrix. Where
/// the points spread in fewer directions than are asked for, the others are any at right angles.
/// The same points give the same directions on every platform; of the two signs of a direction, the
/// one whose largest loading is positive (of equally large ones, the first).
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
    double[] mean = mean(points);
    var gaps = Gaps.of(points, mean);
    var found = SingularDirections.of(gaps, count);
    int kept = Math.min(count, mean.length);
    var components = new ArrayList<double[]>(Arrays.asList(found.directions()));
    while (components.size() < kept) {
      components.add(another(components, mean.length));
    }
    double total = gaps.squares();
    var explained = new double[kept];
    for (int p = 0; p < found.values().length; p++) {
      explained[p] = Math.min(1, found.values()[p] * found.values()[p] / total);
    }
    return new PrincipalComponents(mean, components.toArray(double[][]::new), explained);
  }

  /// A direction in which the points do not spread: the coordinate that those found say least
  /// about, without its parts along them.
  private static double[] another(List<double[]> components, int dimensions) {
    int least = 0;
    double leastSaid = Double.POSITIVE_INFINITY;
    for (int c = 0; c < dimensions; c++) {
      double said = 0;
      for (double[] component : components) {
        said += component[c] * component[c];
      }
      if (said < leastSaid) {
        leastSaid = said;
        least = c;
      }
    }
    var direction = new double[dimensions];
    direction[least] = 1;
    double length = SingularDirections.leaveOut(components, direction);
    SingularDirections.scale(direction, 1 / length);
    SingularDirections.orient(direction);
    return direction;
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

  /// The points' gaps from their mean, in units of the largest gap, so that no square overflows or
  /// vanishes. The unit changes neither directions nor shares.
  ///
  /// @param scale one over the largest gap
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  private record Gaps(double[][] points, double[] mean, double scale) implements Rows {

    static Gaps of(double[][] points, double[] mean) {
      double largest = 0;
      for (double[] point : points) {
        for (int c = 0; c < mean.length; c++) {
          largest = Math.max(largest, Math.abs(point[c] - mean[c]));
        }
      }
      return new Gaps(points, mean, 1 / Math.max(largest, Double.MIN_NORMAL));
    }

    @Override
    public int count() {
      return points.length;
    }

    @Override
    public int columns() {
      return mean.length;
    }

    @Override
    public double dot(int row, double[] vector) {
      double[] point = points[row];
      double sum = 0;
      for (int c = 0; c < vector.length; c++) {
        sum += (point[c] - mean[c]) * scale * vector[c];
      }
      return sum;
    }

    @Override
    public void addTo(double[] vector, int row, double factor) {
      double[] point = points[row];
      for (int c = 0; c < vector.length; c++) {
        vector[c] += (point[c] - mean[c]) * scale * factor;
      }
    }

    double squares() {
      double squares = 0;
      for (double[] point : points) {
        for (int c = 0; c < mean.length; c++) {
          double gap = (point[c] - mean[c]) * scale;
          squares += gap * gap;
        }
      }
      return squares;
    }
  }
}
