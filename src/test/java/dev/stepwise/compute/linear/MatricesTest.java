package dev.stepwise.compute.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.exception.DimensionMismatchException;
import org.apache.commons.math3.linear.BlockRealMatrix;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatricesTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_cell_is_the_dot_product_of_its_row_and_column(long seed) {
    var random = new Well19937c(seed);
    var left = RandomMatrices.gaussian(4, 7, 1, random);
    var right = RandomMatrices.gaussian(5, 7, 1, random);
    var product = Matrices.multiplyByTransposed(left, right);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 5; j++) {
        assertThat(product[i][j]).isEqualTo(Matrices.dot(left[i], right[j]));
      }
    }
    assertThat(Matrices.multiply(left, Matrices.transpose(right))).isDeepEqualTo(product);
  }

  @Test
  void products_agree_with_the_blocked_algorithm() {
    var random = new Well19937c(9);
    var left = RandomMatrices.gaussian(60, 70, 1, random);
    var right = RandomMatrices.gaussian(70, 55, 1, random);
    var expected = new BlockRealMatrix(left).multiply(new BlockRealMatrix(right)).getData();
    var product = Matrices.multiply(left, right);
    for (int i = 0; i < 60; i++) {
      assertThat(product[i]).containsExactly(expected[i], within(1e-12));
    }
  }

  @Test
  void sides_must_agree() {
    var square = new double[2][2];
    var wide = new double[3][3];
    assertThatThrownBy(() -> Matrices.multiply(square, wide))
        .isInstanceOf(DimensionMismatchException.class);
    assertThatThrownBy(() -> Matrices.dot(new double[2], new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 and 3");
  }

  @Test
  void random_numbers_have_the_spread_that_was_asked_for() {
    var numbers = RandomMatrices.gaussian(200, 100, 3, new Well19937c(1));
    double squares = 0;
    double sum = 0;
    for (double[] row : numbers) {
      squares += Matrices.dot(row, row);
      sum += Softmax.sum(row);
    }
    assertThat(squares / 20_000).isCloseTo(9, within(0.3));
    assertThat(sum / 20_000).isCloseTo(0, within(0.1));
  }
}
