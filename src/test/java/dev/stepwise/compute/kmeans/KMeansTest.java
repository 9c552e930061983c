package dev.stepwise.compute.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.kmeans.KMeansProblem.Init;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.JDKRandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KMeansTest {

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @Test
  void the_distance_of_three_and_four_is_five() {
    assertThat(KMeans.distance(new double[] {1, 1}, new double[] {4, 5})).isEqualTo(5);
  }

  @Test
  void a_point_at_equal_distance_goes_to_the_lower_cluster() {
    var assignment = KMeans.assign(new double[][] {{0}, {-3}}, new double[][] {{1}, {-1}, {9}});
    assertThat(assignment.labels()).containsExactly(0, 1);
    assertThat(assignment.ties()).isEqualTo(1);
  }

  @Test
  void equally_near_centroids_farther_than_the_nearest_are_no_tie() {
    var assignment = KMeans.assign(new double[][] {{0}}, new double[][] {{2}, {-2}, {1}});
    assertThat(assignment.labels()).containsExactly(2);
    assertThat(assignment.ties()).isZero();
  }

  @Test
  void a_centroid_moves_to_the_mean_of_its_points() {
    double[][] moved =
        KMeans.update(
            new double[][] {{0, 0}, {2, 4}, {9, 9}},
            new int[] {0, 0, 1},
            new double[][] {{5, 5}, {0, 0}});
    assertThat(moved).isDeepEqualTo(new double[][] {{1, 2}, {9, 9}});
  }

  @Test
  void an_empty_cluster_keeps_its_centroid() {
    var fit =
        KMeans.fit(Problems.manual(new double[][] {{0}, {1}}, new double[][] {{0}, {-50}, {1}}));
    assertThat(fit.centroids()).isDeepEqualTo(new double[][] {{0}, {-50}, {1}});
    assertThat(fit.labels()).containsExactly(0, 2);
  }

  @Test
  void the_movement_is_the_frobenius_norm() {
    assertThat(KMeans.movement(new double[][] {{0, 0}, {0, 0}}, new double[][] {{1, 2}, {4, 10}}))
        .isEqualTo(11);
  }

  @Test
  void it_stops_at_a_movement_equal_to_the_tolerance() {
    // The centroid moves from 3 to the mean 1: by exactly 2.
    var problem =
        new KMeansProblem(
            new double[][] {{0}, {2}}, new double[][] {{3}}, 1, Init.MANUAL, 100, 2, 0);
    assertThat(KMeans.fit(problem).iterations()).isEqualTo(1);
    assertThat(KMeans.fit(problem).converged()).isTrue();
  }

  @Test
  void it_stops_at_the_last_iteration_without_convergence() {
    var problem =
        new KMeansProblem(
            new double[][] {{0}, {2}}, new double[][] {{3}}, 1, Init.MANUAL, 1, 1.9, 0);
    assertThat(KMeans.fit(problem).converged()).isFalse();
    assertThat(KMeans.fit(problem).centroids()).isDeepEqualTo(new double[][] {{1}});
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void labels_and_inertia_belong_to_the_final_centroids(long seed) {
    var problem = Problems.random(seed);
    var fit = KMeans.fit(problem);
    double inertia = 0;
    for (int i = 0; i < problem.points().length; i++) {
      double least = Double.POSITIVE_INFINITY;
      int nearest = -1;
      for (int j = problem.k() - 1; j >= 0; j--) {
        double squared = 0;
        for (int c = 0; c < problem.points()[i].length; c++) {
          squared += Math.pow(problem.points()[i][c] - fit.centroids()[j][c], 2);
        }
        if (squared <= least) {
          least = squared;
          nearest = j;
        }
      }
      assertThat(fit.labels()[i]).isEqualTo(nearest);
      inertia += least;
    }
    assertThat(fit.inertia()).isCloseTo(inertia, within(1e-9 * Math.max(1, inertia)));
    assertThat(KMeans.inertia(problem.points(), fit.labels(), fit.centroids()))
        .isCloseTo(inertia, within(1e-9 * Math.max(1, inertia)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_converged_centroid_is_the_mean_of_its_points(long seed) {
    var random = Problems.random(seed);
    var problem =
        new KMeansProblem(
            random.points(), random.start(), random.k(), random.init(), 100_000, 0, seed);
    var fit = KMeans.fit(problem);
    assertThat(fit.converged()).isTrue();
    for (int j = 0; j < problem.k(); j++) {
      int cluster = j;
      int dimensions = problem.points()[0].length;
      for (int c = 0; c < dimensions; c++) {
        int coordinate = c;
        IntStream.range(0, problem.points().length)
            .filter(i -> fit.labels()[i] == cluster)
            .mapToDouble(i -> problem.points()[i][coordinate])
            .average()
            .ifPresent(mean ->
                assertThat(fit.centroids()[cluster][coordinate]).isCloseTo(mean, within(1e-9)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_order_of_the_centroids_only_renames_the_clusters(long seed) {
    var problem = Problems.random(seed);
    // A tie may go to the other centroid when the order changes.
    var clear = noTies(problem.points(), seed);
    double[][] start = Arrays.copyOf(clear, problem.k());
    var backwards = start.clone();
    Collections.reverse(Arrays.asList(backwards));
    var fit = KMeans.fit(Problems.manual(clear, start));
    var renamed = KMeans.fit(Problems.manual(clear, backwards));
    var names = Arrays.stream(fit.labels()).map(label -> problem.k() - 1 - label).toArray();
    assertThat(renamed.labels()).isEqualTo(names);
  }

  /// Shifts each coordinate by a little irregular amount.
  private static double[][] noTies(double[][] points, long seed) {
    var random = new Random(~seed);
    return Arrays.stream(points)
        .map(point -> Arrays.stream(point).map(x -> x + 0.01 * random.nextGaussian()).toArray())
        .toArray(double[][]::new);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void moving_and_doubling_everything_moves_and_doubles_the_result(long seed) {
    var problem = Problems.random(seed);
    var points = noTies(problem.points(), seed);
    double[][] start = Arrays.copyOf(points, problem.k());
    var fit = KMeans.fit(Problems.manual(points, start));
    var moved = KMeans.fit(Problems.manual(transformed(points), transformed(start)));
    assertThat(moved.labels()).isEqualTo(fit.labels());
    assertThat(moved.inertia()).isCloseTo(4 * fit.inertia(), within(1e-8 * (1 + fit.inertia())));
    var expected = transformed(fit.centroids());
    for (int j = 0; j < expected.length; j++) {
      assertThat(moved.centroids()[j]).containsExactly(expected[j], within(1e-9));
    }
  }

  private static double[][] transformed(double[][] rows) {
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(row).map(x -> 2 * x - 5).toArray())
        .toArray(double[][]::new);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void as_many_clusters_as_different_points_leave_no_inertia(long seed) {
    var points = noTies(Problems.random(seed).points(), seed);
    for (var init : List.of(Init.PLUS_PLUS, Init.RANDOM)) {
      var fit = KMeans.fit(Problems.drawn(points, points.length, init, seed));
      assertThat(fit.inertia()).isZero();
      assertThat(fit.labels()).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void where_commons_math_ends_nothing_moves(long seed) {
    var problem = Problems.random(seed);
    var points = noTies(problem.points(), seed);
    var random = new JDKRandomGenerator(Math.toIntExact(seed));
    var oracle =
        new KMeansPlusPlusClusterer<DoublePoint>(
            problem.k(), Integer.MAX_VALUE, new EuclideanDistance(), random);
    var clusters = oracle.cluster(Arrays.stream(points).map(DoublePoint::new).toList());
    double[][] centers =
        clusters.stream().map(cluster -> cluster.getCenter().getPoint()).toArray(double[][]::new);
    var fit =
        KMeans.fit(new KMeansProblem(points, centers, problem.k(), Init.MANUAL, 100, 1e-9, 0));
    assertThat(fit.iterations()).isEqualTo(1);
    for (int j = 0; j < centers.length; j++) {
      var members =
          clusters.get(j).getPoints().stream().map(DoublePoint::getPoint).toArray(double[][]::new);
      int cluster = j;
      assertThat(
              IntStream.range(0, points.length)
                  .filter(i -> fit.labels()[i] == cluster)
                  .mapToObj(i -> points[i]))
          .containsExactlyInAnyOrder(members);
    }
  }

  @Test
  void an_interrupted_thread_cancels() {
    var problem = Problems.random(1);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> KMeans.fit(problem)).isInstanceOf(CancellationException.class);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      var _ = Thread.interrupted();
    }
  }
}
