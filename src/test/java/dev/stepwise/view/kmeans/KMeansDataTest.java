package dev.stepwise.view.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.compute.kmeans.KMeansProblem.Init;
import dev.stepwise.owndata.ImportedData;
import dev.stepwise.testing.OneAtATime;
import java.util.List;
import org.junit.jupiter.api.Test;

@OneAtATime
class KMeansDataTest {
  private static final KMeansProblem BEFORE =
      new KMeansProblem(
          new double[][] {{0, 0}, {1, 1}, {2, 2}},
          new double[][] {{0, 0}, {1, 1}, {2, 2}},
          3,
          Init.MANUAL,
          17,
          0.5,
          7);

  @Test
  void imported_points_keep_the_parameters_that_fit_them() {
    var problem = KMeansData.withPoints(BEFORE, data(new double[][] {{4}, {5}}));

    assertThat(problem.points()).isDeepEqualTo(new double[][] {{4}, {5}});
    assertThat(problem.start()).isNull();
    assertThat(problem.k()).isEqualTo(2);
    assertThat(problem.init()).isEqualTo(Init.PLUS_PLUS);
    assertThat(problem.maximumIterations()).isEqualTo(17);
    assertThat(problem.tolerance()).isEqualTo(0.5);
    assertThat(problem.seed()).isEqualTo(7);
  }

  @Test
  void numbers_whose_squares_would_overflow_are_refused() {
    assertThatThrownBy(() -> KMeansData.withPoints(BEFORE, data(new double[][] {{4}, {-1e141}})))
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(e.place()).isEqualTo("/inputs/X/1/0"))
        .hasMessageContaining("would overflow; give numbers between");
  }

  private static ImportedData data(double[][] rows) {
    return new ImportedData("own", rows, List.of("x"));
  }
}
