package dev.stepwise.compute.gradient.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The exact solution against Commons Math's singular value decomposition, against what NumPy's
/// longdouble gives for data far from zero, and where columns depend on each other.
class BowlTest {

  static LongStream seeds() {
    return LongStream.range(0, 30);
  }

  /// Random data; in every third problem some columns repeat others, in every fifth there are more
  /// columns than rows.
  private static double[][] samples(long seed) {
    var random = new Random(seed);
    int n = 2 + random.nextInt(12);
    int d = seed % 5 == 0 ? n + random.nextInt(4) : 1 + random.nextInt(Math.min(5, n));
    var x = new double[n][d];
    for (double[] row : x) {
      for (int j = 0; j < d; j++) {
        row[j] = random.nextGaussian() + 3 * j;
      }
      if (seed % 3 == 0) {
        row[d - 1] = 2 * row[0] - 1;
      }
    }
    return x;
  }

  private static double[] targets(long seed, int n) {
    var random = new Random(~seed);
    return random.doubles(n, -3, 5).toArray();
  }

  private static SingularValueDecomposition withOnes(double[][] x) {
    var rows =
        Arrays.stream(x)
            .map(row -> {
              double[] longer = Arrays.copyOf(row, row.length + 1);
              longer[row.length] = 1;
              return longer;
            })
            .toArray(double[][]::new);
    return new SingularValueDecomposition(new Array2DRowRealMatrix(rows));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_bottom_is_the_least_squares_solution_nearest_to_zero(long seed) {
    double[][] x = samples(seed);
    double[] y = targets(seed, x.length);
    var bowl = Bowl.of(x, y);

    double[] expected = withOnes(x).getSolver().solve(new ArrayRealVector(y)).toArray();
    for (int j = 0; j < expected.length; j++) {
      assertThat(bowl.bottom().parameter(j)).isCloseTo(expected[j], within(1e-8));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_largest_rate_is_what_the_largest_singular_value_allows(long seed) {
    double[][] x = samples(seed);
    double largest = withOnes(x).getSingularValues()[0];

    assertThat(Bowl.of(x, targets(seed, x.length)).largestRate())
        .isCloseTo(x.length / (largest * largest), within(1e-9 * x.length / (largest * largest)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_plane_holds_the_loss_of_its_models(long seed) {
    double[][] x = samples(seed);
    double[] y = targets(seed, x.length);
    int d = x[0].length;
    var random = new Random(seed);
    var model = new LinearModel(random.doubles(d).toArray(), 0.3);
    var plane = Bowl.of(x, y).plane(x, y, model, 0, d);

    for (double a : new double[] {-2, 0, 0.7}) {
      double loss =
          MeanSquaredError.of(MeanSquaredError.errors(model.with(0, a).with(d, 1.5).predict(x), y));
      assertThat(plane.at(a, 1.5)).isCloseTo(loss, within(1e-9 * Math.max(1, loss)));
    }
  }

  @Test
  void inputs_far_from_zero_cost_no_digits() {
    double[][] x = {{101325}, {101300}, {101280}, {101250}};
    double[] y = {1, 2, 3, 4};
    var bowl = Bowl.of(x, y);

    // By NumPy in longdouble, on x - x.mean().
    assertThat(bowl.lowest()).isCloseTo(0.0072463768115942, within(1e-12));
    assertThat(bowl.bottom().parameter(0)).isCloseTo(-0.04057971014492754, within(1e-14));
    assertThat(bowl.bottom().parameter(1)).isCloseTo(4112.768115942029, within(1e-8));
    assertThat(
            bowl.plane(x, y, bowl.bottom(), 0, 1)
                .at(bowl.bottom().parameter(0), bowl.bottom().parameter(1)))
        .isCloseTo(bowl.lowest(), within(1e-9));
  }

  @Test
  void columns_of_different_sizes_both_count() {
    double[][] x = {{1e12, 0.1}, {2e12, 0.5}, {3e12, 0.2}, {5e12, 0.9}};
    double[] y = {1.2, 3, 3.4, 6.8};
    // y = x0·1e-12 + 2·x1
    var bottom = Bowl.of(x, y).bottom();
    assertThat(bottom.parameter(0)).isCloseTo(1e-12, within(1e-20));
    assertThat(bottom.parameter(1)).isCloseTo(2, within(1e-9));
  }

  @Test
  void the_same_row_twice_leaves_the_nearest_of_many_solutions() {
    double huge = 1e77;
    var bowl = Bowl.of(new double[][] {{huge, huge}, {huge, huge}}, new double[] {1, 2});

    assertThat(bowl.lowest()).isCloseTo(0.25, within(1e-12));
    assertThat(bowl.bottom().parameter(0) * huge).isCloseTo(0.75, within(1e-12));
    assertThat(bowl.bottom().bias() * huge * huge).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void one_sample_or_columns_that_say_nothing_have_a_bottom_too() {
    assertThat(Bowl.of(new double[][] {{0}}, new double[] {3}).bottom().bias()).isEqualTo(3);
    assertThat(Bowl.of(new double[][] {{0.1}, {0.1}, {0.1}}, new double[] {1, 2, 6}).lowest())
        .isCloseTo(14.0 / 3, within(1e-12));
    assertThat(Bowl.of(new double[][] {{1}}, new double[] {4}).bottom().weights()[0])
        .isCloseTo(2, within(1e-12));
  }
}
