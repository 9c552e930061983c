package dev.stepwise.compute.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedAssignmentTest {

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  /// The plain way and the fast one agree on everything, at one assignment.
  private static int[] assertSame(
      BoundedAssignment bounded, double[][] points, double[][] centroids) {
    var plain = KMeans.assign(points, centroids);
    var fast = bounded.assign(centroids);
    assertThat(fast.labels()).isEqualTo(plain.labels());
    assertThat(fast.ties()).isEqualTo(plain.ties());
    assertThat(fast.inertia()).isEqualTo(Double.valueOf(plain.inertia())); // NaN is NaN
    return plain.labels();
  }

  private static void assertSameToTheEnd(double[][] points, double[][] start, int iterations) {
    var bounded = new BoundedAssignment(points);
    double[][] centroids = start;
    for (int iteration = 0; iteration < iterations; iteration++) {
      int[] labels = assertSame(bounded, points, centroids);
      centroids = KMeans.update(points, labels, centroids);
    }
  }

  /// Grids, duplicates and empty clusters among them; k = 1 and k = n too.
  @ParameterizedTest
  @MethodSource("seeds")
  void labels_ties_and_inertia_are_those_of_the_plain_way(long seed) {
    var problem = Problems.random(seed);
    assertSameToTheEnd(problem.points(), KMeans.initialise(problem), 25);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void many_points_agree_over_many_iterations(long seed) {
    var random = new Random(seed);
    var points = new double[9000][(int) seed];
    for (int i = 0; i < points.length; i++) {
      for (int c = 0; c < points[i].length; c++) {
        points[i][c] = i % 7 * (c + 1) + random.nextGaussian();
      }
    }
    assertSameToTheEnd(points, Arrays.copyOf(points, 9), 40);
  }

  @Test
  void ties_stay_ties_while_centroids_move() {
    // Points between two centroids that move apart alike, step by step.
    var points = new double[][] {{0, 0}, {0, 1}, {0, -3}, {5, 0}, {-5, 0}};
    var bounded = new BoundedAssignment(points);
    for (int step = 1; step < 60; step++) {
      double x = 1 + step / 8.0;
      var centroids = new double[][] {{x, 0}, {-x, 0}, {40, 40}};
      assertThat(KMeans.assign(points, centroids).ties()).isGreaterThanOrEqualTo(3);
      assertSame(bounded, points, centroids);
    }
  }

  @Test
  void gaps_as_narrow_as_the_rounding_are_measured() {
    var random = new Random(5);
    var points = new double[400][2];
    for (double[] point : points) {
      point[0] = Math.ulp(1.0) * random.nextInt(5);
      point[1] = random.nextInt(3);
    }
    var bounded = new BoundedAssignment(points);
    for (int step = 0; step < 200; step++) {
      double nudge = Math.ulp(1.0) * (random.nextInt(9) - 4);
      assertSame(bounded, points, new double[][] {{1 + nudge, 0}, {-1, 0}, {1 - nudge, 1}});
    }
  }

  /// What overflows, what is lost in squares and what is not a number, one after the other.
  @ParameterizedTest
  @ValueSource(doubles = {1e-170, 1e-140, 1e-20, 1, 1e20, 1e140, 1e155, 1e300})
  void centroids_may_jump_anywhere(double scale) {
    var random = new Random(11);
    var points = new double[60][3];
    for (double[] point : points) {
      Arrays.setAll(point, _ -> scale * random.nextInt(4));
    }
    var bounded = new BoundedAssignment(points);
    for (int step = 0; step < 80; step++) {
      var centroids = new double[5][3];
      for (double[] centroid : centroids) {
        double far = step % 7 == 3 ? Math.min(1e300, scale * 1e120) : scale;
        Arrays.setAll(centroid, _ -> far * random.nextInt(4));
      }
      if (step % 10 == 4) {
        centroids[random.nextInt(5)][1] = Double.NaN;
      }
      assertSame(bounded, points, centroids);
      assertSame(bounded, points, centroids); // nothing moved
    }
  }

  @Test
  void an_assignment_that_was_given_up_leaves_no_bounds() {
    var problem = Problems.random(8);
    var bounded = new BoundedAssignment(problem.points());
    var centroids = KMeans.initialise(problem);
    bounded.assign(centroids);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> bounded.assign(Arrays.copyOf(problem.points(), problem.k())))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertSame(bounded, problem.points(), centroids);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void all_means_at_once_are_those_of_each_cluster(long seed) {
    var problem = Problems.random(seed);
    int[] labels = KMeans.assign(problem.points(), KMeans.initialise(problem)).labels();
    double[][] moved = KMeans.update(problem.points(), labels, KMeans.initialise(problem));
    for (int j = 0; j < problem.k(); j++) {
      var members = KMeans.members(problem.points(), labels, j);
      assertThat(moved[j])
          .isEqualTo(members.size() == 0 ? KMeans.initialise(problem)[j] : members.mean());
    }
  }
}
