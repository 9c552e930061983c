package dev.stepwise.compute.gradient.regression;

import dev.stepwise.compute.linear.Matrices;
import java.util.Arrays;

/// The exact solution of linear regression: the weights and the bias with the lowest mean squared
/// error, of several the ones nearest to zero, which is where gradient descent from zero ends.
///
/// The means are taken away first and each column is divided by its length, so that neither inputs
/// far from zero (101,300 give or take 30) nor columns of different sizes cost digits. The rank is
/// found by QR with column pivoting; where it is lower than d, a second one along the rows finds
/// the shortest solution (a complete orthogonal decomposition). Costs O(n·d·min(n, d)).
///
/// G. H. Golub, C. F. Van Loan, *Matrix Computations*, 4th edition, Johns Hopkins 2013, 5.3 to 5.5.
///
/// @param model the solution
/// @param loss its mean squared error
public record LeastSquares(LinearModel model, double loss) {

  /// Solves it.
  ///
  /// @param x n×d
  /// @param y n
  public static LeastSquares of(double[][] x, double[] y) {
    int d = x[0].length;
    var means = new double[d];
    var lengths = new double[d];
    var columns = new double[d][];
    for (int j = 0; j < d; j++) {
      int column = j;
      double[] values = Arrays.stream(x).mapToDouble(row -> row[column]).toArray();
      means[j] = mean(values);
      columns[j] = centred(values, means[j]);
      lengths[j] = GramSchmidt.norm(columns[j]);
      scale(columns[j], lengths[j] == 0 ? 0 : 1 / lengths[j]);
    }
    double mean = mean(y);
    double[] rest = centred(y, mean);
    // What adds up to zero has one dimension less than there are samples.
    var spanned = GramSchmidt.of(columns, y.length - 1);
    var shares = new double[spanned.rank()];
    for (int k = 0; k < shares.length; k++) {
      shares[k] = GramSchmidt.removed(rest, spanned.basis().get(k));
    }
    double loss = GramSchmidt.norm(rest);
    double[] weights =
        shares.length == d
            ? backSubstituted(spanned, shares, lengths)
            : shortest(spanned, shares, lengths);
    double bias = mean - Matrices.dot(means, weights);
    var model =
        shares.length == d
            ? new LinearModel(weights, bias)
            : nearest(weights, bias, unreached(means, spanned, lengths));
    return new LeastSquares(model, loss * loss / y.length);
  }

  /// The only solution of R·w = shares, where every column counts.
  private static double[] backSubstituted(GramSchmidt columns, double[] shares, double[] lengths) {
    var weights = new double[lengths.length];
    for (int k = shares.length - 1; k >= 0; k--) {
      double sum = shares[k];
      for (int l = k + 1; l < shares.length; l++) {
        int other = columns.order().get(l);
        sum -= columns.shares().get(k)[other] * weights[other];
      }
      int own = columns.order().get(k);
      weights[own] = sum / columns.shares().get(k)[own];
    }
    for (int j = 0; j < weights.length; j++) {
      weights[j] /= lengths[j];
    }
    return weights;
  }

  /// The rows of R, in the lengths that the columns had.
  private static GramSchmidt rows(GramSchmidt columns, double[] lengths) {
    var rows = new double[columns.rank()][];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = columns.shares().get(k).clone();
      for (int j = 0; j < lengths.length; j++) {
        rows[k][j] *= lengths[j];
      }
    }
    return GramSchmidt.of(rows, rows.length);
  }

  /// The shortest of the solutions of R·w = shares: it lies in the span of R's rows.
  private static double[] shortest(GramSchmidt columns, double[] shares, double[] lengths) {
    var weights = new double[lengths.length];
    if (shares.length == 0) {
      return weights;
    }
    var rows = rows(columns, lengths);
    var along = new double[rows.rank()];
    for (int k = 0; k < along.length; k++) {
      int row = rows.order().get(k);
      double sum = shares[row];
      for (int l = 0; l < k; l++) {
        sum -= rows.shares().get(l)[row] * along[l];
      }
      along[k] = sum / rows.shares().get(k)[row];
      for (int j = 0; j < weights.length; j++) {
        weights[j] += along[k] * rows.basis().get(k)[j];
      }
    }
    return weights;
  }

  /// The part of the means that is in no row's span.
  private static double[] unreached(double[] means, GramSchmidt columns, double[] lengths) {
    var left = means.clone();
    if (columns.rank() > 0) {
      rows(columns, lengths).basis().forEach(row -> GramSchmidt.removed(left, row));
    }
    return left;
  }

  /// The point nearest to zero on the line along (v, −‖v‖²), on which the loss stays the same.
  private static LinearModel nearest(double[] weights, double bias, double[] v) {
    double part = bias / (1 + Matrices.dot(v, v));
    var moved = weights.clone();
    for (int j = 0; j < moved.length; j++) {
      moved[j] += part * v[j];
    }
    return new LinearModel(moved, part);
  }

  /// The mean, corrected by what rounding left; of equal numbers exactly that number.
  static double mean(double[] values) {
    double first = values[0];
    double sum = 0;
    for (double value : values) {
      sum += value - first;
    }
    return first + sum / values.length;
  }

  /// The gaps to the mean, less what rounding leaves of their own mean.
  static double[] centred(double[] values, double mean) {
    double[] gaps = Arrays.stream(values).map(value -> value - mean).toArray();
    double left = Arrays.stream(gaps).sum() / gaps.length;
    return Arrays.stream(gaps).map(gap -> gap - left).toArray();
  }

  private static void scale(double[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }
}
