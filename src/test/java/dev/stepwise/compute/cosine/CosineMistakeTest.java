package dev.stepwise.compute.cosine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.lesson.Misconceptions;
import dev.stepwise.testing.FirstFalse;
import dev.stepwise.testing.MistakenRuns;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each mistake on vectors whose norms are whole numbers, one of them zero; by hand.
class CosineMistakeTest {
  private static final double[][] DOCUMENTS = {{3, 4}, {-6, 8}, {0, 0}};
  private static final double[] QUERY = {0, 2};
  private final CosineExercise exercise = new CosineExercise();

  private CosineProblem problem(CosineMistake mistake, Metric metric) {
    return exercise.problem(
        Given.nothing()
            .withInputs(Map.of("documents", DOCUMENTS, "query", QUERY))
            .withParameters(Map.of("metric", metric.word(), Mistakes.PARAMETER, mistake.id())));
  }

  private void scores(CosineMistake mistake, Metric metric, double... expected) {
    assertThat(CosineSearch.search(problem(mistake, metric)).similarities())
        .as(mistake.id())
        .containsExactly(expected, within(1e-6));
  }

  @Test
  void each_mistake_changes_the_cosines_as_it_would() {
    scores(CosineMistake.NONE, Metric.COSINE, 0.8, 0.8, 0);
    scores(CosineMistake.LENGTHS_LEFT_IN, Metric.COSINE, 8, 16, 0);
    scores(CosineMistake.DOCUMENTS_NOT_NORMALISED, Metric.COSINE, 4, 8, 0);
    scores(CosineMistake.QUERY_NOT_NORMALISED, Metric.COSINE, 1.6, 1.6, 0);
    scores(CosineMistake.QUERY_NORM_FOR_ALL, Metric.COSINE, 2, 4, 0);
    scores(CosineMistake.ROOT_FORGOTTEN, Metric.COSINE, 4 / 25.0 / 2, 8 / 100.0 / 2, 0);
    scores(CosineMistake.SUM_OF_SIZES, Metric.COSINE, 4 / 7.0, 8 / 14.0, 0);
    scores(CosineMistake.EPSILON_OVERLOOKED, Metric.COSINE, 0.8, 0.8, Double.NaN);
    scores(CosineMistake.LAST_NUMBER_LEFT_OUT, Metric.COSINE, 0, 0, 0);
    scores(CosineMistake.MEAN_FOR_SUM, Metric.COSINE, 0.4, 0.4, 0);
  }

  @Test
  void each_mistake_changes_products_and_distances_as_it_would() {
    scores(CosineMistake.NONE, Metric.DOT, 8, 16, 0);
    scores(CosineMistake.MEAN_FOR_SUM, Metric.DOT, 4, 8, 0);
    scores(CosineMistake.NONE, Metric.EUCLIDEAN, -Math.sqrt(13), -Math.sqrt(72), -2);
    scores(CosineMistake.ROOT_LEFT_OUT, Metric.EUCLIDEAN, -13, -72, -4);
    scores(CosineMistake.LAST_NUMBER_LEFT_OUT, Metric.EUCLIDEAN, -3, -6, 0);
  }

  @Test
  void a_lost_sign_makes_what_points_away_near() {
    var problem =
        new CosineProblem(
            new CosineProblem.Source.Vectors(),
            new double[][] {{-3, -4}},
            new double[] {0, 2},
            1,
            Metric.COSINE,
            1e-8,
            CosineProblem.Selection.SORT,
            CosineMistake.OPPOSITE_IS_NEAR);
    assertThat(CosineSearch.search(problem).similarities()[0]).isCloseTo(0.8, within(1e-6));
  }

  @Test
  void a_mistake_of_another_metric_changes_nothing() {
    scores(CosineMistake.LENGTHS_LEFT_IN, Metric.DOT, 8, 16, 0);
    scores(CosineMistake.ROOT_LEFT_OUT, Metric.COSINE, 0.8, 0.8, 0);
  }

  @Test
  void a_problem_keeps_its_mistake() {
    var problem = problem(CosineMistake.OPPOSITE_IS_NEAR, Metric.COSINE);
    assertThat(exercise.problem(exercise.given(problem)).mistake())
        .isEqualTo(CosineMistake.OPPOSITE_IS_NEAR);
    assertThat(problem.withQuery(new double[] {1, 1}).mistake())
        .isEqualTo(CosineMistake.OPPOSITE_IS_NEAR);
    assertThat(exercise.changed(problem, Mistakes.PARAMETER, "none").mistake())
        .isEqualTo(CosineMistake.NONE);
  }

  @ParameterizedTest
  @EnumSource(CosineMistake.class)
  void every_number_that_a_step_writes_says_how_it_really_came_to_be(CosineMistake mistake) {
    for (var metric : Metric.values()) {
      assertThat(MistakenRuns.faults(exercise, problem(mistake, metric))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = CosineMistake.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NONE", "ROOT_LEFT_OUT"}) // no preset opens with distances
  void every_mistake_has_a_first_false_number_on_a_preset(CosineMistake mistake) {
    var slow = Set.of("random-100000", "ten-topics");
    assertThat(FirstFalse.seenIn(exercise, mistake.id(), slow)).isNotEmpty();
  }

  @Test
  void every_mistake_is_told_of() {
    assertThat(Misconceptions.of("cosine-search").byId().keySet())
        .containsAll(Mistakes.of(exercise.schema()).keySet());
  }
}
