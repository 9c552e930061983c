package dev.stepwise.compute.gradient.regression;

import dev.stepwise.compute.run.Cancellation;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.Well19937c;

/// The greatest curvature of linear regression's loss: the largest eigenvalue of its second
/// derivative 2/n·[X 1]ᵀ[X 1], by the method of Lanczos with full reorthogonalisation, which needs
/// products of that matrix and never the matrix itself. Exact up to rounding where d is small; of
/// large ones it stops when the eigenvalue no longer moves. Costs O(n·d) a product.
///
/// B. N. Parlett, *The Symmetric Eigenvalue Problem*, SIAM 1998, chapter 13.
final class Curvature {
  private static final int MOST_STEPS = 120;
  private static final int HALVINGS = 120;
  private static final double SETTLED = 1e-13;

  private final double[][] x;
  private final double largest;
  private final List<double[]> basis = new ArrayList<>();
  private final List<Double> diagonal = new ArrayList<>();
  private final List<Double> beside = new ArrayList<>();

  private Curvature(double[][] x) {
    this.x = x;
    double most = 1;
    for (double[] row : x) {
      for (double value : row) {
        most = Math.max(most, Math.abs(value));
      }
    }
    this.largest = most;
  }

  /// Of some samples.
  static double greatest(double[][] x) {
    return new Curvature(x).eigenvalue();
  }

  private double eigenvalue() {
    int size = x[0].length + 1;
    var random = new Well19937c(size);
    var direction = new double[size];
    for (int j = 0; j < size; j++) {
      direction[j] = random.nextGaussian();
    }
    double found = 0;
    double length = GramSchmidt.norm(direction);
    for (int step = 0; step < Math.min(size, MOST_STEPS); step++) {
      Cancellation.checkpoint();
      for (int j = 0; j < size; j++) {
        direction[j] /= length;
      }
      basis.add(direction);
      double[] image = product(direction);
      diagonal.add(GramSchmidt.removed(image, direction));
      for (int again = 0; again < 2; again++) {
        basis.forEach(known -> GramSchmidt.removed(image, known));
      }
      length = GramSchmidt.norm(image);
      double before = found;
      found = largestOfTridiagonal();
      if (length <= SETTLED * found || found - before <= SETTLED * found) {
        break;
      }
      beside.add(length);
      direction = image;
    }
    return 2 * largest * largest * found;
  }

  /// The product of [X 1]ᵀ[X 1]/n, divided by the largest input twice, with a direction.
  private double[] product(double[] direction) {
    int d = direction.length - 1;
    var image = new double[direction.length];
    for (double[] row : x) {
      double sum = direction[d] / largest;
      for (int j = 0; j < d; j++) {
        sum += row[j] / largest * direction[j];
      }
      for (int j = 0; j < d; j++) {
        image[j] += row[j] / largest * sum / x.length;
      }
      image[d] += sum / largest / x.length;
    }
    return image;
  }

  /// By bisection: an eigenvalue is above a bound if a pivot of the matrix less the bound is
  /// positive.
  private double largestOfTridiagonal() {
    double low = 0;
    double high = 0;
    for (int i = 0; i < diagonal.size(); i++) {
      double left = i == 0 ? 0 : beside.get(i - 1);
      double right = i < beside.size() ? beside.get(i) : 0;
      low = Math.max(low, diagonal.get(i));
      high = Math.max(high, diagonal.get(i) + left + right);
    }
    for (int halving = 0; halving < HALVINGS && low < high; halving++) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        break;
      }
      if (hasAbove(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private boolean hasAbove(double bound) {
    double pivot = 1;
    for (int i = 0; i < diagonal.size(); i++) {
      double coupling = i == 0 ? 0 : beside.get(i - 1);
      pivot = diagonal.get(i) - bound - coupling * coupling / pivot;
      if (pivot > 0) {
        return true;
      }
      if (pivot == 0) {
        pivot = -Double.MIN_NORMAL;
      }
    }
    return false;
  }
}
