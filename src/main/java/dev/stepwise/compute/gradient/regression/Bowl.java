package dev.stepwise.compute.gradient.regression;

import dev.stepwise.compute.linear.Matrices;
import dev.stepwise.compute.linear.Rows;
import dev.stepwise.compute.linear.SingularDirections;
import java.util.Arrays;

/// The loss surface of linear regression: a bowl over weights and bias, with its lowest place and
/// the rate that its curvature allows.
///
/// @param bottom the lowest place: the least-squares solution, of several the one nearest to zero
/// @param lowest the loss there
/// @param largestRate the rate above which gradient descent over all samples diverges: 2 divided by
///   the greatest curvature
/// @param scales by how much each parameter, the weights and then the bias, changes the predictions
///   as much as the targets spread: what is small beside it is small; positive
@SuppressWarnings("ArrayRecordComponent") // made here, never written to
public record Bowl(LinearModel bottom, double lowest, double largestRate, double[] scales) {

  /// The surface of a problem.
  public static Bowl of(double[][] x, double[] y) {
    var solution = LeastSquares.of(x, y);
    double spread = spread(y);
    spread = spread > 0 ? spread : 1;
    var scales = new double[x[0].length + 1];
    for (int j = 0; j < scales.length - 1; j++) {
      int column = j;
      double across = spread(Arrays.stream(x).mapToDouble(row -> row[column]).toArray());
      scales[j] = across > 0 ? spread / across : spread;
    }
    scales[scales.length - 1] = spread;
    return new Bowl(solution.model(), solution.loss(), largestRate(x), scales);
  }

  /// The second derivative is 2/n·[X 1]ᵀ[X 1]; its greatest eigenvalue comes from the greatest
  /// singular value of [X 1], measured against its largest number so that no square overflows.
  private static double largestRate(double[][] x) {
    double largest =
        Math.max(
            1, Arrays.stream(x).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(1));
    double stretch = SingularDirections.of(new WithOnes(x, largest), 1).values()[0];
    return x.length / (stretch * stretch) / largest / largest;
  }

  /// The samples with a column of ones, divided by their largest number.
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  private record WithOnes(double[][] x, double largest) implements Rows {
    @Override
    public int count() {
      return x.length;
    }

    @Override
    public int columns() {
      return x[0].length + 1;
    }

    @Override
    public double dot(int row, double[] vector) {
      double sum = vector[x[row].length] / largest;
      for (int j = 0; j < x[row].length; j++) {
        sum += x[row][j] / largest * vector[j];
      }
      return sum;
    }

    @Override
    public void addTo(double[] vector, int row, double factor) {
      for (int j = 0; j < x[row].length; j++) {
        vector[j] += factor * (x[row][j] / largest);
      }
      vector[x[row].length] += factor / largest;
    }
  }

  private static double spread(double[] values) {
    double[] gaps = LeastSquares.centred(values, LeastSquares.mean(values));
    return GramSchmidt.norm(gaps) / Math.sqrt(gaps.length);
  }

  /// A plane through the surface: two parameters vary, the others stay.
  ///
  /// @param a,b the values of the two in the middle of the plane
  /// @param parts the loss there and its derivatives, of the mean error and of what the errors vary
  private record Origin(double a, double b, double[] parts) {}

  /// A plane through the surface. It costs O(n·d) once, and then a few products a place.
  public static final class Plane {
    private final Origin origin;

    private Plane(Origin origin) {
      this.origin = origin;
    }

    /// The loss where the two parameters have these values.
    public double at(double across, double up) {
      double s = across - origin.a();
      double t = up - origin.b();
      double[] p = origin.parts();
      double mean = p[0] + s * p[1] + t * p[2];
      double varying =
          p[3] + 2 * (s * p[4] + t * p[5]) + s * s * p[6] + 2 * s * t * p[7] + t * t * p[8];
      return mean * mean + Math.max(0, varying);
    }
  }

  /// The plane in which two parameters vary and the others are a model's. Where the two are the
  /// only ones, its loss keeps all digits near the bottom.
  ///
  /// @param across,up which vary: a weight, or the bias as d
  public Plane plane(double[][] x, double[] y, LinearModel model, int across, int up) {
    var middle = model.with(across, bottom.parameter(across)).with(up, bottom.parameter(up));
    var moments = new Moments(x.length);
    for (int i = 0; i < x.length; i++) {
      moments.errors[i] = middle.predict(x[i]) - y[i];
      moments.across[i] = carried(x[i], across);
      moments.up[i] = carried(x[i], up);
    }
    return new Plane(new Origin(bottom.parameter(across), bottom.parameter(up), moments.parts()));
  }

  private static double carried(double[] row, int parameter) {
    return parameter < row.length ? row[parameter] : 1;
  }

  /// The errors, and by how much each changes with the two parameters.
  private static final class Moments {
    private final double[] errors;
    private final double[] across;
    private final double[] up;

    Moments(int n) {
      errors = new double[n];
      across = new double[n];
      up = new double[n];
    }

    /// Three means, then the second moments around them.
    double[] parts() {
      double n = errors.length;
      double e = centre(errors);
      double a = centre(across);
      double u = centre(up);
      return new double[] {
        e,
        a,
        u,
        Matrices.dot(errors, errors) / n,
        Matrices.dot(errors, across) / n,
        Matrices.dot(errors, up) / n,
        Matrices.dot(across, across) / n,
        Matrices.dot(across, up) / n,
        Matrices.dot(up, up) / n
      };
    }

    private static double centre(double[] values) {
      double mean = LeastSquares.mean(values);
      for (int i = 0; i < values.length; i++) {
        values[i] -= mean;
      }
      return mean;
    }
  }
}
