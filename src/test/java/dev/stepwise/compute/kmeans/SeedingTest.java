package dev.stepwise.compute.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.kmeans.KMeansProblem.Init;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeedingTest {
  /// On a line at 0, 1, 3 and 7.
  private static final double[][] LINE = {{0}, {1}, {3}, {7}};

  private static final int DRAWS = 4000;

  @ParameterizedTest
  @EnumSource(
      value = Init.class,
      names = {"PLUS_PLUS", "RANDOM"})
  void the_first_centroid_is_every_point_as_often(Init init) {
    var counts = new long[LINE.length];
    for (int seed = 0; seed < DRAWS; seed++) {
      counts[Seeding.drawAll(Problems.drawn(LINE, 1, init, seed)).points()[0]]++;
    }
    assertThat(pValue(new double[] {1, 1, 1, 1}, counts)).isGreaterThan(0.001);
  }

  @Test
  void the_second_centroid_falls_on_points_in_proportion_to_d_squared() {
    // After the first at 0 the weights are 0, 1, 9 and 49.
    var counts = new long[LINE.length];
    for (int seed = 0; seed < DRAWS; seed++) {
      int[] drawn = Seeding.drawAll(Problems.drawn(LINE, 2, Init.PLUS_PLUS, seed)).points();
      if (drawn[0] == 0) {
        counts[drawn[1]]++;
      }
    }
    assertThat(counts[0]).isZero();
    assertThat(pValue(new double[] {1, 9, 49}, new long[] {counts[1], counts[2], counts[3]}))
        .isGreaterThan(0.001);
  }

  @Test
  void the_random_start_draws_the_second_evenly_among_the_others() {
    var counts = new long[LINE.length];
    for (int seed = 0; seed < DRAWS; seed++) {
      int[] drawn = Seeding.drawAll(Problems.drawn(LINE, 2, Init.RANDOM, seed)).points();
      if (drawn[0] == 0) {
        counts[drawn[1]]++;
      }
    }
    assertThat(counts[0]).isZero();
    assertThat(pValue(new double[] {1, 1, 1}, new long[] {counts[1], counts[2], counts[3]}))
        .isGreaterThan(0.001);
  }

  private static double pValue(double[] expected, long[] observed) {
    return new ChiSquareTest().chiSquareTest(expected, observed);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
  void draws_that_are_known_fall_on_their_points_by_the_numbers_that_are_shown(long seed) {
    int[] known = {3, 1, 0};
    var problem = withDrawn(Problems.drawn(LINE, 3, Init.PLUS_PLUS, seed), known);
    var seeds = Seeding.drawAll(problem);
    assertThat(seeds.points()).containsExactly(known);
    var seeding = new Seeding(problem);
    for (int j = 0; j < known.length; j++) {
      assertThat(seeds.randoms()[j]).isBetween(0.0, Math.nextDown(1.0));
      assertThat(seeding.chosen(seeding.draw(seeds.randoms()[j]))).isEqualTo(known[j]);
      seeding.take(known[j]);
    }
  }

  @Test
  void what_the_seed_draws_anyway_keeps_its_random_numbers() {
    var problem = Problems.drawn(LINE, 3, Init.PLUS_PLUS, 5);
    var seeds = Seeding.drawAll(problem);
    assertThat(Seeding.drawAll(withDrawn(problem, seeds.points())).randoms())
        .containsExactly(seeds.randoms());
  }

  @Test
  void a_known_point_on_a_centroid_is_drawn_anew() {
    double[][] points = {{0}, {0}, {4}};
    var problem = withDrawn(Problems.drawn(points, 2, Init.PLUS_PLUS, 1), new int[] {0, 1});
    assertThat(Seeding.drawAll(problem).points()).containsExactly(0, 2);
  }

  @Test
  void an_edit_keeps_the_draws_of_the_points_that_stay() {
    for (long seed = 0; seed < 20; seed++) {
      var problem = Problems.drawn(LINE, 2, Init.PLUS_PLUS, seed);
      int[] before = Seeding.drawAll(problem).points();
      double[][] more = {{0}, {1}, {3}, {7}, {100}};
      var added = PointEdits.withPoints(problem, more, new int[] {0, 1, 2, 3, -1});
      assertThat(Seeding.drawAll(added).points()).containsExactly(before);

      int gone = before[0];
      int[] origins = IntStream.range(0, LINE.length).filter(i -> i != gone).toArray();
      double[][] left = Arrays.stream(origins).mapToObj(i -> LINE[i]).toArray(double[][]::new);
      int[] after = Seeding.drawAll(PointEdits.withPoints(problem, left, origins)).points();
      assertThat(after).doesNotHaveDuplicates();
    }
  }

  private static KMeansProblem withDrawn(KMeansProblem problem, int[] drawn) {
    return new KMeansProblem(
        problem.points(),
        problem.start(),
        problem.k(),
        problem.init(),
        problem.maximumIterations(),
        problem.tolerance(),
        problem.seed(),
        problem.names(),
        drawn);
  }

  @Test
  void the_weights_are_squared_distances_to_the_nearest_centroid() {
    var seeding = new Seeding(Problems.drawn(LINE, 3, Init.PLUS_PLUS, 0));
    seeding.take(0);
    seeding.take(3);
    var draw = seeding.draw(0.5);
    assertThat(draw.weights()).containsExactly(0, 1, 9, 0);
    assertThat(draw.cumulative()).containsExactly(0, 1, 10, 10);
    assertThat(draw.target()).isEqualTo(5);
    assertThat(seeding.chosen(draw)).isEqualTo(2);
  }

  @Test
  void a_target_on_a_border_falls_on_the_next_point_with_weight() {
    var seeding = new Seeding(Problems.drawn(LINE, 3, Init.PLUS_PLUS, 0));
    seeding.take(0);
    seeding.take(3);
    assertThat(seeding.chosen(seeding.draw(0.1))).isEqualTo(2);
    assertThat(seeding.chosen(seeding.draw(0))).isEqualTo(1);
    assertThat(seeding.chosen(seeding.draw(Math.nextDown(1.0)))).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.MIN_VALUE, 1e-310, 1, 1 + 0x1p-52, 1e280})
  void the_largest_random_number_falls_on_a_point_with_weight(double weight) {
    double gap = Math.sqrt(weight);
    var seeding =
        new Seeding(Problems.drawn(new double[][] {{0}, {gap}, {0}}, 2, Init.PLUS_PLUS, 0));
    seeding.take(0);
    var draw = seeding.draw(Math.nextDown(1.0));
    assertThat(draw.weights()[1]).isCloseTo(weight, within(weight * 1e-12 + 1e-320));
    assertThat(seeding.chosen(draw)).isEqualTo(1);
  }

  @Test
  void among_duplicates_the_first_point_not_taken_is_next() {
    var same = new double[][] {{1}, {1}, {1}};
    for (int seed = 0; seed < 20; seed++) {
      int[] drawn = Seeding.drawAll(Problems.drawn(same, 3, Init.PLUS_PLUS, seed)).points();
      assertThat(drawn).containsExactlyInAnyOrder(0, 1, 2);
      assertThat(drawn[1]).isLessThan(drawn[2]);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Init.class,
      names = {"PLUS_PLUS", "RANDOM"})
  void no_point_is_drawn_twice(Init init) {
    for (int seed = 0; seed < 60; seed++) {
      var points = Problems.random(seed).points();
      assertThat(Seeding.drawAll(Problems.drawn(points, points.length, init, seed)).points())
          .doesNotHaveDuplicates();
    }
  }
}
