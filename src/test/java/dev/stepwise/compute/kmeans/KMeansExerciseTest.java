package dev.stepwise.compute.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.kmeans.KMeansProblem.Init;
import dev.stepwise.compute.run.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KMeansExerciseTest {
  private static final double[][] POINTS = {{0, 0}, {1, 0}, {5, 5}};

  private final KMeansExercise exercise = new KMeansExercise();

  private static Given given(Map<String, ?> inputs, Map<String, ?> parameters) {
    return Given.nothing().withInputs(inputs).withParameters(parameters);
  }

  @Test
  void nothing_given_is_three_blobs_by_k_means_plus_plus() {
    var problem = exercise.problem(Given.nothing());
    assertThat(problem.points()).hasDimensions(135, 2);
    assertThat(problem.k()).isEqualTo(3);
    assertThat(problem.init()).isEqualTo(Init.PLUS_PLUS);
    assertThat(problem.maximumIterations()).isEqualTo(100);
    assertThat(problem.tolerance()).isEqualTo(1e-4);
    assertThat(problem.seed()).isEqualTo(42);
    // The blobs are there to be found: 45 points each.
    assertThat(KMeans.sizes(KMeans.fit(problem).labels(), 3)).containsExactly(45, 45, 45);
  }

  @Test
  void generated_points_depend_on_the_seed_alone() {
    var one = exercise.problem(given(Map.of(), Map.of("seed", 7L)));
    var same = exercise.problem(given(Map.of(), Map.of("seed", 7L, "k", 2L, "init", "random")));
    var other = exercise.problem(given(Map.of(), Map.of("seed", 8L)));
    assertThat(same.points()).isDeepEqualTo(one.points());
    assertThat(other.points()[0]).isNotEqualTo(one.points()[0]);
  }

  @Test
  void given_centroids_without_a_start_are_a_manual_start_with_their_number() {
    var problem =
        exercise.problem(
            given(Map.of("X", POINTS, "centroids", new double[][] {{0, 0}, {5, 5}}), Map.of()));
    assertThat(problem.init()).isEqualTo(Init.MANUAL);
    assertThat(problem.k()).isEqualTo(2);
  }

  @Test
  void a_problem_given_back_is_the_same_problem() {
    var problem =
        exercise.problem(
            given(
                Map.of("X", POINTS, "centroids", new double[][] {{0, 0}, {5, 5}}),
                Map.of("max_iterations", 7L, "tolerance", 0.5, "seed", -3L)));
    assertThat(exercise.problem(exercise.given(problem)))
        .usingRecursiveComparison()
        .isEqualTo(problem);
    var generated = exercise.problem(Given.nothing());
    assertThat(exercise.problem(exercise.given(generated)))
        .usingRecursiveComparison()
        .isEqualTo(generated);
  }

  static Stream<Arguments> contradictions() {
    double[][] two = {{0, 0}, {5, 5}};
    return Stream.of(
        Arguments.of(
            given(Map.of("X", POINTS), Map.of("k", 5L)),
            "/parameters/k",
            "k is 5, but there are 3 points; choose k from 1 to 3"),
        Arguments.of(
            given(Map.of("X", new double[][] {{1}}), Map.of("k", 2L)),
            "/parameters/k",
            "k is 2, but there is 1 point; choose k = 1"),
        Arguments.of(
            given(Map.of("X", POINTS, "centroids", two), Map.of("k", 3L)),
            "/inputs/centroids",
            "there are 2 centroids, but k is 3; give 3 centroids, or k 2"),
        Arguments.of(
            given(Map.of("X", POINTS, "centroids", new double[][] {{0}, {1}}), Map.of()),
            "/inputs/centroids/0",
            "has 1 number, but the points of X have 2; give 2 numbers"),
        Arguments.of(
            given(
                Map.of("X", POINTS, "centroids", new double[][] {{0, 1, 2}, {1, 1, 1}}),
                Map.of("init", "random", "k", 2L)),
            "/inputs/centroids/0",
            "has 3 numbers, but the points of X have 2; give 2 numbers"),
        Arguments.of(
            given(Map.of("X", POINTS), Map.of("init", "manual", "k", 2L)),
            "/parameters/init",
            "init is manual, but no centroids are given; give 2 centroids in /inputs/centroids,"
                + " or choose k-means++ or random"),
        Arguments.of(
            given(Map.of("X", new double[][] {{0, 1}, {2, 1e200}}), Map.of("k", 1L)),
            "/inputs/X/1/1",
            "is 1.0E200, and what is computed from it would overflow; give numbers between -1e140"
                + " and 1e140"));
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void a_contradiction_is_named_with_its_place_and_remedy(
      Given given, String place, String message) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> exercise.problem(given))
        .withMessage(message)
        .satisfies(e -> assertThat(e.place()).isEqualTo(place));
  }

  @Test
  void a_start_by_hand_begins_with_the_centroids_that_were_drawn() {
    var drawn = exercise.problem(given(Map.of("X", POINTS), Map.of("k", 2L)));
    var manual = exercise.changed(drawn, "init", "manual");
    assertThat(manual.init()).isEqualTo(Init.MANUAL);
    assertThat(KMeans.initialise(manual)).isDeepEqualTo(KMeans.initialise(drawn));
  }

  @Test
  void a_start_by_hand_keeps_its_centroids_where_there_are_to_be_more_or_fewer() {
    var two =
        exercise.problem(
            given(Map.of("X", POINTS, "centroids", new double[][] {{0, 0}, {1, 1}}), Map.of()));
    // Farthest from both is the point at (5, 5).
    assertThat(exercise.changed(two, "k", 3L).start())
        .isDeepEqualTo(new double[][] {{0, 0}, {1, 1}, {5, 5}});
    assertThat(exercise.changed(two, "k", 1L).start()).isDeepEqualTo(new double[][] {{0, 0}});
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> exercise.changed(two, "k", 4L))
        .withMessage("k is 4, but there are 3 points; choose k from 1 to 3");
  }

  @Test
  void names_of_columns_and_classes_change_nothing_but_are_kept() {
    var inputs =
        Map.of("X", POINTS, "columns", List.of("x", "y"), "classes", List.of("a", "a", "b"));
    var named = exercise.problem(given(inputs, Map.of("k", 2L)));
    var nameless = exercise.problem(given(Map.of("X", POINTS), Map.of("k", 2L)));
    assertThat(named.names().column(1)).isEqualTo("y");
    assertThat(nameless.names().column(1)).isEqualTo("x2");
    assertThat(KMeans.fit(named)).usingRecursiveComparison().isEqualTo(KMeans.fit(nameless));
    assertThat(exercise.problem(exercise.given(named))).usingRecursiveComparison().isEqualTo(named);
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() ->
            exercise.problem(given(Map.of("X", POINTS, "classes", List.of("a")), Map.of("k", 2L))))
        .withMessage("has 1 name, but X has 3 points; give 3 names")
        .satisfies(e -> assertThat(e.place()).isEqualTo("/inputs/classes"));
  }

  @Test
  void points_that_were_drawn_can_be_stated_until_what_decides_them_changes() {
    var inputs = Map.of("X", POINTS, "drawn", new int[] {2, 0});
    var kept = exercise.problem(given(inputs, Map.of("k", 2L)));
    assertThat(KMeans.initialise(kept)).isDeepEqualTo(new double[][] {{5, 5}, {0, 0}});
    assertThat(exercise.problem(exercise.given(kept))).usingRecursiveComparison().isEqualTo(kept);
    assertThat(exercise.changed(kept, "seed", 7L).drawn()).isNull();
    assertThat(exercise.changed(kept, "tolerance", 0.5).drawn()).containsExactly(2, 0);
    for (int[] wrong : new int[][] {{2}, {2, 2}, {0, 3}}) {
      assertThatExceptionOfType(InvalidInput.class)
          .isThrownBy(
              () -> exercise.problem(given(Map.of("X", POINTS, "drawn", wrong), Map.of("k", 2L))))
          .satisfies(e -> assertThat(e.place()).isEqualTo("/inputs/drawn"));
    }
  }

  @Test
  void the_result_has_the_names_of_the_format() {
    var problem =
        exercise.problem(
            given(Map.of("X", POINTS, "centroids", new double[][] {{0, 0}, {4, 4}}), Map.of()));
    var run = exercise.run(problem);
    var result = exercise.result(run.step(run.length() - 1).frame());
    var expected = new LinkedHashMap<String, Value>();
    expected.put("centroids", new Value.Matrix(new double[][] {{0.5, 0}, {5, 5}}));
    expected.put("labels", new Value.Labels(new int[] {0, 0, 1}));
    expected.put("inertia", new Value.Scalar(0.5));
    expected.put("iterations", new Value.Whole(2));
    expected.put("converged", new Value.Flag(true));
    assertThat(result).usingRecursiveComparison().isEqualTo(expected);
    assertThat(result.keySet()).containsExactlyElementsOf(expected.keySet());
    assertThatThrownBy(() -> exercise.result(run.step(0).frame()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_largest_coordinates_allowed_do_not_overflow() {
    double[][] far = {{-1e140}, {1e140}, {0}};
    var fit = KMeans.fit(exercise.problem(given(Map.of("X", far), Map.of("k", 2L))));
    assertThat(fit.inertia()).isFinite();
    assertThat(fit.converged()).isTrue();
  }
}
