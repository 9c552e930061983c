package dev.stepwise.compute.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.apache.commons.math3.exception.DimensionMismatchException;
import org.apache.commons.math3.linear.BlockRealMatrix;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /// Sides around those of tiles, blocks, bands and sixes, small and large enough for several
  /// threads.
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "1, 9, 20",
    "3, 3, 255",
    "2, 4, 257",
    "4, 1, 16",
    "5, 7, 15",
    "7, 2, 17",
    "32, 784, 3",
    "65, 63, 128",
    "64, 64, 127",
    "130, 129, 300",
    "5, 513, 1025"
  })
  void a_cell_computed_alone_equals_the_cell_of_the_whole_product_to_the_last_bit(
      int rows, int inner, int columns) {
    var random = new Well19937c(rows);
    var left = RandomMatrices.gaussian(rows, inner, 1e3, random);
    var right = RandomMatrices.gaussian(inner, columns, 1e3, random);
    var product = Matrices.multiply(left, right);
    for (int j = 0; j < columns; j++) {
      var column = new double[inner];
      for (int k = 0; k < inner; k++) {
        column[k] = right[k][j];
      }
      for (int i = 0; i < rows; i++) {
        assertThat(product[i][j]).isEqualTo(Matrices.dot(left[i], column));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 3", "8, 1", "9, 64", "31, 17", "64, 0"})
  void a_matrix_times_a_vector_is_the_dot_product_of_each_row_to_the_last_bit(
      int rows, int columns) {
    var random = new Well19937c(rows);
    var matrix = new double[rows][columns];
    var vector = new double[columns];
    for (int k = 0; k < columns; k++) {
      vector[k] = 1e3 * random.nextGaussian();
      for (double[] row : matrix) {
        row[k] = random.nextGaussian();
      }
    }
    var product = Matrices.multiply(matrix, vector);
    for (int i = 0; i < rows; i++) {
      assertThat(product[i]).isEqualTo(Matrices.dot(matrix[i], vector));
    }
  }

  @Test
  void a_vector_is_as_long_as_a_row() {
    assertThatThrownBy(() -> Matrices.multiply(new double[8][3], new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row of 3 numbers, a vector of 2");
  }

  /// In a wide product too, where other rows and columns stand beside what is not finite.
  @Test
  void what_is_not_finite_in_a_block_stays_in_its_row_and_column() {
    var random = new Well19937c(3);
    for (int inner : new int[] {65, 66, 67, 68}) {
      var left = RandomMatrices.gaussian(6, inner, 1, random);
      var right = RandomMatrices.gaussian(inner, 140, 1, random);
      left[2][inner - 1] = Double.NEGATIVE_INFINITY;
      right[3][139] = Double.NaN;
      right[inner - 1][1] = Double.POSITIVE_INFINITY;
      var product = Matrices.multiply(left, right);
      var columns = Matrices.transpose(right);
      for (int i = 0; i < 6; i++) {
        for (int j = 0; j < 140; j++) {
          assertThat(product[i][j])
              .isEqualTo(Double.valueOf(Matrices.dot(left[i], columns[j]))); // NaN is NaN
        }
      }
    }
  }

  @Test
  void what_is_not_finite_stays_in_its_row_and_column() {
    var left = new double[][] {{1, 2}, {Double.POSITIVE_INFINITY, 0}, {3, 4}};
    var right = new double[][] {{1, -1, 0}, {0, Double.NaN, 1}};
    assertThat(Arrays.deepToString(Matrices.multiply(left, right)))
        .isEqualTo("[[1.0, NaN, 2.0], [Infinity, NaN, NaN], [3.0, NaN, 4.0]]");
  }

  @Test
  void a_large_product_is_given_up_after_an_interrupt() {
    var square = new double[256][256];
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> Matrices.multiply(square, square))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
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
