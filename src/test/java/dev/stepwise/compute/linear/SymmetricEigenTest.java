package dev.stepwise.compute.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricEigenTest {

  private static double[][] symmetric(int size, int rank) {
    var factor = RandomMatrices.gaussian(size, rank, 1, new Well19937c(size));
    return Matrices.multiplyByTransposed(factor, factor);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 40})
  void eigenvalues_are_those_of_commons_math(int size) {
    double[][] matrix = symmetric(size, size + 2);
    var expected = new EigenDecomposition(new Array2DRowRealMatrix(matrix)).getRealEigenvalues();
    assertThat(SymmetricEigen.of(matrix).values()).containsExactly(expected, within(1e-10));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 17})
  void a_matrix_of_any_rank_is_stretched_along_orthonormal_vectors(int rank) {
    double[][] matrix = symmetric(40, rank);
    var eigen = SymmetricEigen.of(matrix);
    var images = Matrices.multiply(eigen.vectors(), matrix);
    for (int i = 0; i < 40; i++) {
      for (int c = 0; c < 40; c++) {
        assertThat(images[i][c])
            .isCloseTo(eigen.values()[i] * eigen.vectors()[i][c], within(1e-11));
      }
      assertThat(eigen.values()[i]).isCloseTo(i < rank ? eigen.values()[i] : 0, within(1e-12));
      for (int other = 0; other <= i; other++) {
        assertThat(Matrices.dot(eigen.vectors()[i], eigen.vectors()[other]))
            .isCloseTo(i == other ? 1 : 0, within(1e-12));
      }
    }
  }

  @Test
  void equal_eigenvalues_and_negative_ones_are_found() {
    double[][] matrix = {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}};
    assertThat(SymmetricEigen.of(matrix).values())
        .containsExactly(new double[] {1, 1, -1}, within(1e-15));
  }

  @Test
  void a_matrix_of_zeros_is_left_alone() {
    var eigen = SymmetricEigen.of(new double[3][3]);
    assertThat(eigen.values()).containsExactly(0, 0, 0);
    assertThat(eigen.vectors()).isDeepEqualTo(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
  }
}
