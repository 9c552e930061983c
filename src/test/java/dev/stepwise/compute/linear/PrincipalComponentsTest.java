package dev.stepwise.compute.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalComponentsTest {

  @Test
  void points_on_the_diagonal_spread_along_it_alone() {
    var pca = PrincipalComponents.of(new double[][] {{0, 0}, {1, 1}, {5, 5}}, 2);
    double half = Math.sqrt(0.5);
    assertThat(pca.mean()).containsExactly(new double[] {2, 2}, within(1e-15));
    assertThat(pca.components()[0]).containsExactly(new double[] {half, half}, within(1e-12));
    assertThat(pca.explained()).containsExactly(new double[] {1, 0}, within(1e-12));
    assertThat(pca.project(new double[] {5, 5}))
        .containsExactly(new double[] {3 * Math.sqrt(2), 0}, within(1e-12));
  }

  @Test
  void the_shares_of_iris_are_the_published_ones() throws IOException {
    double[][] iris;
    try (var lines = Files.lines(Path.of("assets/data/iris.csv"))) {
      iris =
          lines
              .skip(1)
              .map(line ->
                  Arrays.stream(line.split(",", -1))
                      .limit(4)
                      .mapToDouble(Double::parseDouble)
                      .toArray())
              .toArray(double[][]::new);
    }
    // scikit-learn's documentation of PCA on iris.
    assertThat(PrincipalComponents.of(iris, 2).explained())
        .containsExactly(new double[] {0.92461872, 0.05306648}, within(5e-9));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void components_are_orthonormal_with_a_positive_largest_loading_and_falling_shares(long seed) {
    var random = new Random(seed);
    int dimensions = 2 + random.nextInt(8);
    var points = new double[50][dimensions];
    for (double[] point : points) {
      double common = random.nextGaussian();
      for (int c = 0; c < dimensions; c++) {
        point[c] = c * common + random.nextGaussian();
      }
    }
    var pca = PrincipalComponents.of(points, dimensions);
    double[][] projected = pca.project(points);
    double total = 0;
    for (int c = 0; c < dimensions; c++) {
      total += StatUtils.variance(column(points, c));
    }
    for (int p = 0; p < dimensions; p++) {
      for (int q = 0; q <= p; q++) {
        double dot = 0;
        for (int c = 0; c < dimensions; c++) {
          dot += pca.components()[p][c] * pca.components()[q][c];
        }
        assertThat(dot).isCloseTo(p == q ? 1 : 0, within(1e-10));
      }
      double largest = 0;
      for (double loading : pca.components()[p]) {
        largest = Math.abs(loading) > Math.abs(largest) ? loading : largest;
      }
      assertThat(largest).isPositive();
      assertThat(StatUtils.variance(column(projected, p)) / total)
          .isCloseTo(pca.explained()[p], within(1e-10));
      if (p > 0) {
        assertThat(pca.explained()[p]).isLessThanOrEqualTo(pca.explained()[p - 1]);
      }
    }
    assertThat(Arrays.stream(pca.explained()).sum()).isCloseTo(1, within(1e-10));
  }

  private static double[] column(double[][] rows, int column) {
    return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
  }

  @Test
  void coinciding_points_explain_nothing_and_do_not_fail() {
    var pca = PrincipalComponents.of(new double[][] {{3, 4, 5}, {3, 4, 5}}, 2);
    assertThat(pca.explained()).containsExactly(0, 0);
    assertThat(pca.project(new double[] {3, 4, 5})).containsExactly(0, 0);
  }

  @Test
  void one_dimension_has_one_component() {
    var pca = PrincipalComponents.of(new double[][] {{3}, {4}}, 2);
    assertThat(pca.project(new double[] {4})).containsExactly(0.5);
  }

  @Test
  void huge_coordinates_do_not_overflow() {
    var pca = PrincipalComponents.of(new double[][] {{-1e140, 0}, {1e140, 0}, {0, 1e139}}, 2);
    assertThat(pca.explained()[0]).isGreaterThan(0.9).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e77, 1e-77, 1e-170})
  void the_unit_of_the_points_changes_nothing(double unit) {
    var points = points(40, 5, 3);
    var scaled =
        Arrays.stream(points)
            .map(row -> Arrays.stream(row).map(value -> value * unit).toArray())
            .toArray(double[][]::new);
    var pca = PrincipalComponents.of(points, 2);
    var other = PrincipalComponents.of(scaled, 2);
    assertThat(other.explained()).containsExactly(pca.explained(), within(1e-12));
    for (int p = 0; p < 2; p++) {
      assertThat(other.components()[p]).containsExactly(pca.components()[p], within(1e-9));
    }
  }

  private static double[][] points(int count, int dimensions, long seed) {
    var random = new Random(seed);
    var points = new double[count][dimensions];
    for (double[] point : points) {
      for (int c = 0; c < dimensions; c++) {
        point[c] = random.nextGaussian() * (dimensions - c);
      }
    }
    return points;
  }

  @ParameterizedTest
  @CsvSource({"200, 12", "60, 200", "300, 150"})
  void they_are_the_right_singular_vectors_of_commons_math(int count, int dimensions) {
    var points = points(count, dimensions, 11);
    var pca = PrincipalComponents.of(points, 2);
    var centred = new Array2DRowRealMatrix(count, dimensions);
    for (int i = 0; i < count; i++) {
      for (int c = 0; c < dimensions; c++) {
        centred.setEntry(i, c, points[i][c] - pca.mean()[c]);
      }
    }
    var svd = new SingularValueDecomposition(centred);
    double total = StatUtils.sumSq(svd.getSingularValues());
    for (int p = 0; p < 2; p++) {
      double[] expected = svd.getVT().getRow(p);
      double sign = Math.signum(Matrices.dot(expected, pca.components()[p]));
      for (int c = 0; c < dimensions; c++) {
        assertThat(pca.components()[p][c]).isCloseTo(sign * expected[c], within(1e-8));
      }
      double value = svd.getSingularValues()[p];
      assertThat(pca.explained()[p]).isCloseTo(value * value / total, within(1e-12));
    }
  }

  @Test
  void fewer_points_than_dimensions_and_columns_of_zeros_and_ones_are_no_reason_to_fail() {
    var random = new Random(5);
    var points = new double[30][300];
    for (double[] point : points) {
      Arrays.setAll(point, _ -> random.nextInt(2));
    }
    var pca = PrincipalComponents.of(points, 2);
    assertThat(pca.explained()[0]).isBetween(0.03, 0.2);
    assertThat(pca.explained()[1]).isBetween(0.03, pca.explained()[0]);
  }

  @Test
  void corners_of_a_cube_spread_equally_in_any_two_directions() {
    var corners = new double[8][3];
    for (int i = 0; i < 8; i++) {
      for (int c = 0; c < 3; c++) {
        corners[i][c] = i >> c & 1;
      }
    }
    var pca = PrincipalComponents.of(corners, 2);
    assertThat(pca.explained()).containsExactly(new double[] {1 / 3.0, 1 / 3.0}, within(1e-12));
    assertThat(Matrices.dot(pca.components()[0], pca.components()[1])).isCloseTo(0, within(1e-12));
  }

  @Test
  void of_a_matrix_of_few_directions_the_others_are_at_right_angles() {
    var line = new double[20][6];
    for (int i = 0; i < 20; i++) {
      line[i][4] = i;
    }
    var pca = PrincipalComponents.of(line, 3);
    assertThat(pca.components()[0]).containsExactly(0, 0, 0, 0, 1, 0);
    assertThat(pca.explained()).containsExactly(1, 0, 0);
    assertThat(pca.project(line)[3]).containsExactly(new double[] {-6.5, 0, 0}, within(1e-12));
  }
}
