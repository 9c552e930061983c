package dev.stepwise.compute.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.run.Differences;
import dev.stepwise.compute.run.Run;
import dev.stepwise.lesson.Misconceptions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each mistake on six points, of which two clusters are plain to see, and a third centroid that
/// gets none; expectations by hand.
class KMeansMistakeTest {
  private static final double[][] POINTS = {{0, 0}, {0, 2}, {2, 0}, {10, 10}, {10, 12}, {12, 10}};
  private static final double[][] START = {{1, 1}, {9, 9}, {100, 1}};
  private final KMeansExercise exercise = new KMeansExercise();

  private Run<KMeansFrame> run(KMeansMistake mistake) {
    var given =
        Given.nothing()
            .withInputs(Map.of("X", POINTS, "centroids", START))
            .withParameters(Map.of("k", 3L, "init", "manual", Mistakes.PARAMETER, mistake.id()));
    return exercise.run(exercise.problem(given));
  }

  private double[][] moved(KMeansMistake mistake) {
    return run(mistake).step(1).frame().clustering().centroids();
  }

  private static void at(double[] centroid, double x, double y) {
    assertThat(centroid).containsExactly(new double[] {x, y}, within(1e-12));
  }

  @Test
  void without_a_mistake_each_centroid_is_the_mean_of_its_points() {
    at(moved(KMeansMistake.NONE)[0], 2 / 3.0, 2 / 3.0);
    at(moved(KMeansMistake.NONE)[2], 100, 1);
  }

  @Test
  void each_mistake_moves_the_centroids_where_it_would() {
    at(moved(KMeansMistake.SUM_FOR_MEAN)[0], 2, 2);
    at(moved(KMeansMistake.SUM_FOR_MEAN)[1], 32, 32);
    at(moved(KMeansMistake.MEAN_OF_ALL)[1], 34 / 6.0, 34 / 6.0);
    at(moved(KMeansMistake.OVER_ALL)[1], 32 / 6.0, 32 / 6.0);
    at(moved(KMeansMistake.HALF_WAY)[0], (1 + 2 / 3.0) / 2, (1 + 2 / 3.0) / 2);
    at(moved(KMeansMistake.EMPTY_ZERO)[2], 0, 0);
    assertThat(moved(KMeansMistake.EMPTY_MEAN)[2]).containsOnly(Double.NaN);
    at(moved(KMeansMistake.STALE_LABELS)[0], 1, 1);
  }

  @Test
  void each_mistake_assigns_the_points_as_it_would() {
    assertThat(labels(KMeansMistake.NONE)).containsExactly(0, 0, 0, 1, 1, 1);
    assertThat(labels(KMeansMistake.FARTHEST)).containsExactly(2, 2, 2, 2, 2, 2);
    assertThat(labels(KMeansMistake.ONE_COORDINATE)).containsExactly(0, 0, 0, 1, 1, 1);
    assertThat(run(KMeansMistake.ONE_COORDINATE).step(1).frame().clustering().inertias().getFirst())
        .as("1 + 1 + 1 + 1 + 1 + 9 along the first coordinate")
        .isCloseTo(14, within(1e-12));
  }

  private int[] labels(KMeansMistake mistake) {
    return run(mistake).step(1).frame().clustering().labels();
  }

  @ParameterizedTest
  @EnumSource(KMeansMistake.class)
  void every_number_that_a_step_writes_says_how_it_really_came_to_be(KMeansMistake mistake) {
    check(run(mistake), 0);
  }

  private void check(Run<KMeansFrame> run, int depth) {
    for (int i = 0; i < 12 && run.has(i); i++) {
      var step = run.step(i);
      var frame = step.frame();
      assertThat(step.narration().title()).isNotEmpty();
      for (var ref : frame.written()) {
        double value = ref.in(frame.variables()).orElseThrow();
        exercise
            .why(frame, ref)
            .filter(why -> !(why.operation() instanceof Operation.Given))
            .ifPresent(why ->
                assertThat(Differences.agree(why.operation().result(), value))
                    .as("%s at %s: %s", ref.text(), step.crumb(), why.title())
                    .isTrue());
      }
      if (step.isComposite() && depth < 3) {
        check(step.inside(), depth + 1);
      }
    }
  }

  @Test
  void every_mistake_is_told_of() {
    assertThat(Misconceptions.of("k-means").byId().keySet())
        .containsAll(Mistakes.of(exercise.schema()).keySet());
  }
}
