package dev.stepwise.compute.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JacobiansTest {

  /// c before h, as the Jacobians count.
  private static double[] flat(State state) {
    return Vectors.concatenate(state.c(), state.h());
  }

  private static State state(Cell cell, double[] flat) {
    int c = cell.hasCellState() ? flat.length / 2 : 0;
    return new State(Arrays.copyOfRange(flat, c, flat.length), Arrays.copyOfRange(flat, 0, c));
  }

  private static double[] endFrom(LstmProblem problem, double[] start) {
    var history = new History(problem.x(), problem.recurrentCell(), state(problem.cell(), start));
    return flat(history.moment(history.length() - 1).state());
  }

  @ParameterizedTest
  @EnumSource
  void the_full_jacobian_is_that_of_finite_differences(Cell cell) {
    var problem = Sequences.generated(cell, 5, 3, 11);
    int size = cell.hasCellState() ? 6 : 3;
    var random = new Random(3);
    double[] start = random.doubles(size, -0.8, 0.8).toArray();
    var history = new History(problem.x(), problem.recurrentCell(), state(cell, start));

    double[][] jacobian = Jacobians.between(problem.recurrentCell(), history, -1);

    double step = 1e-6;
    for (int k = 0; k < size; k++) {
      double[] up = start.clone();
      double[] down = start.clone();
      up[k] += step;
      down[k] -= step;
      double[] after = endFrom(problem, up);
      double[] before = endFrom(problem, down);
      for (int j = 0; j < size; j++) {
        assertThat(jacobian[j][k])
            .as("%s, %d by %d", cell, j, k)
            .isCloseTo((after[j] - before[j]) / (2 * step), within(1e-8));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_flow_is_the_norm_of_each_product(Cell cell) {
    var problem = Sequences.generated(cell, 8, 4, 2);
    var history = problem.history();

    var flow = Jacobians.flow(problem.recurrentCell(), history, _ -> {});

    assertThat(flow.full()[0]).isEqualTo(1);
    for (int distance = 1; distance <= 8; distance++) {
      var product = Jacobians.between(problem.recurrentCell(), history, 7 - distance);
      double norm = new SingularValueDecomposition(new Array2DRowRealMatrix(product)).getNorm();
      assertThat(flow.full()[distance]).isCloseTo(norm, within(1e-6 * norm));
    }
  }

  @Test
  void the_direct_path_is_the_product_of_the_forget_gates() {
    var problem = Sequences.generated(Cell.LSTM, 6, 3, 4);
    var history = problem.history();

    var direct = Jacobians.flow(problem.recurrentCell(), history, _ -> {}).direct();

    double largest = 0;
    for (int unit = 0; unit < 3; unit++) {
      double product = 1;
      for (int t = 0; t < 6; t++) {
        product *= history.moment(t).values(Quantity.F)[unit];
      }
      largest = Math.max(largest, product);
    }
    assertThat(direct[6]).isCloseTo(largest, within(1e-15));
  }

  /// With no weights at all only the kept part leads back: f = σ(b) at every step.
  @Test
  void without_weights_the_gradient_is_a_power_of_the_forget_gate() {
    var problem =
        Sequences.EXERCISE.problem(
            Sequences.given(
                java.util.Map.of(
                    "X", new double[100][1],
                    "W_f", new double[1][2],
                    "W_i", new double[1][2],
                    "W_c", new double[1][2],
                    "W_o", new double[1][2]),
                java.util.Map.of("forget_bias", 1.0)));

    var flow = Jacobians.flow(problem.recurrentCell(), problem.history(), _ -> {});

    double f = 1 / (1 + Math.exp(-1));
    assertThat(flow.direct()[100]).isCloseTo(Math.pow(f, 100), within(1e-20));
    // h shows half of c beside c itself: the two together stretch by √(1 + ¼).
    assertThat(flow.full()[100]).isCloseTo(Math.sqrt(1.25) * Math.pow(f, 100), within(1e-20));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void the_spectral_norm_is_the_largest_singular_value(long seed) {
    var random = new Random(seed);
    var matrix = new double[7][7];
    for (double[] row : matrix) {
      Arrays.setAll(row, _ -> random.nextGaussian());
    }
    double largest = new SingularValueDecomposition(new Array2DRowRealMatrix(matrix)).getNorm();
    assertThat(Jacobians.spectralNorm(matrix)).isCloseTo(largest, within(1e-4 * largest));
    assertThat(Jacobians.spectralNorm(new double[3][3])).isZero();
  }
}
