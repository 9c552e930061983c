package dev.stepwise.compute.gradient.regression;

import dev.stepwise.compute.linear.SymmetricEigen;
import dev.stepwise.compute.run.Cancellation;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/// The loss surface of linear regression: a quadratic bowl over weights and bias. With a column of
/// ones added to X and θ = (weights, bias), the mean squared error is θᵀGθ − 2cᵀθ + s, where G =
/// XᵀX/n, c = Xᵀy/n, s = yᵀy/n; so any point of the surface costs d² multiplications, however many
/// samples there are.
///
/// @param g (d+1)×(d+1)
/// @param c d+1
/// @param s the loss at zero
@SuppressWarnings("ArrayRecordComponent") // made here, never written to
public record Bowl(double[][] g, double[] c, double s) {

  /// The surface of a problem.
  public static Bowl of(double[][] x, double[] y) {
    int n = x.length;
    int size = x[0].length + 1;
    var g = new double[size][size];
    var c = new double[size];
    double s = 0;
    for (int i = 0; i < n; i++) {
      if (i % 4096 == 0) {
        Cancellation.checkpoint();
      }
      for (int row = 0; row < size; row++) {
        double left = row < size - 1 ? x[i][row] : 1;
        for (int column = 0; column < size; column++) {
          g[row][column] += left * (column < size - 1 ? x[i][column] : 1) / n;
        }
        c[row] += left * y[i] / n;
      }
      s += y[i] * y[i] / n;
    }
    return new Bowl(g, c, s);
  }

  /// The loss at a place.
  public double at(double[] theta) {
    double loss = s;
    for (int row = 0; row < theta.length; row++) {
      double sum = 0;
      for (int column = 0; column < theta.length; column++) {
        sum += g[row][column] * theta[column];
      }
      loss += theta[row] * (sum - 2 * c[row]);
    }
    return loss;
  }

  /// The lowest place: the least-squares solution, of several the one nearest to zero.
  public double[] bottom() {
    return new SingularValueDecomposition(new Array2DRowRealMatrix(g))
        .getSolver()
        .solve(new ArrayRealVector(c))
        .toArray();
  }

  /// The rate above which gradient descent diverges: 2 divided by the greatest curvature, the
  /// greatest eigenvalue of the second derivative 2G.
  public double largestRate() {
    return 1 / SymmetricEigen.of(g).values()[0];
  }
}
