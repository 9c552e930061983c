package dev.stepwise.compute.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.kmeans.KMeansProblem.Init;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class KMeansLabTest {
  private final KMeansProblem blobs = new KMeansExercise().problem(Given.nothing());

  @Test
  void the_elbow_of_three_blobs_is_at_three() {
    var progress = new ArrayList<Double>();
    var choices = KMeansLab.elbow(blobs, 6, 5, progress::add);
    assertThat(choices).extracting(KMeansLab.Choice::k).containsExactly(1, 2, 3, 4, 5, 6);
    for (int c = 1; c < choices.size(); c++) {
      assertThat(choices.get(c).inertia()).isLessThan(choices.get(c - 1).inertia());
    }
    double second = choices.get(1).inertia();
    double third = choices.get(2).inertia();
    double fourth = choices.get(3).inertia();
    assertThat(second - third).isGreaterThan(10 * (third - fourth));
    assertThat(choices.getFirst().silhouette()).isEmpty();
    var best =
        choices.stream()
            .filter(choice -> choice.silhouette().isPresent())
            .max((a, b) ->
                Double.compare(a.silhouette().getAsDouble(), b.silhouette().getAsDouble()))
            .orElseThrow();
    assertThat(best.k()).isEqualTo(3);
    assertThat(progress).isSorted().last().isEqualTo(1.0);
  }

  @Test
  void the_elbow_goes_no_further_than_the_points() {
    var problem = Problems.drawn(new double[][] {{0}, {1}, {5}}, 1, Init.PLUS_PLUS, 1);
    assertThat(KMeansLab.elbow(problem, 10, 2, _ -> {}))
        .hasSize(3)
        .last()
        .satisfies(choice -> assertThat(choice.inertia()).isZero());
  }

  @Test
  void restarts_end_with_the_inertias_of_their_seeds() {
    var restarts = KMeansLab.restarts(blobs, 20, _ -> {});
    var fit =
        KMeans.fit(
            new KMeansProblem(blobs.points(), null, 3, Init.RANDOM, 100, 1e-4, blobs.seed() + 19));
    assertThat(restarts.random()).hasSize(20);
    assertThat(restarts.random()[19]).isEqualTo(fit.inertia());
    // What k-means++ is for.
    assertThat(Arrays.stream(restarts.plusPlus()).average().getAsDouble())
        .isLessThanOrEqualTo(Arrays.stream(restarts.random()).average().getAsDouble());
  }

  @Test
  void iterations_are_counted_for_doubling_samples_up_to_all_points() {
    var progress = new ArrayList<Double>();
    var efforts = KMeansLab.iterationsByPoints(blobs, 3, progress::add);
    assertThat(efforts).extracting(KMeansLab.Effort::n).containsExactly(8, 16, 32, 64, 128, 135);
    assertThat(efforts).allSatisfy(effort -> assertThat(effort.iterations()).isBetween(1.0, 100.0));
    assertThat(progress).isSorted().last().isEqualTo(1.0);
  }

  @Test
  void an_interrupted_thread_cancels() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> KMeansLab.restarts(blobs, 5, _ -> {}))
          .isInstanceOf(CancellationException.class);
      assertThatThrownBy(() -> KMeansLab.elbow(blobs, 5, 5, _ -> {}))
          .isInstanceOf(CancellationException.class);
    } finally {
      var _ = Thread.interrupted();
    }
  }
}
