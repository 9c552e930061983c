package dev.stepwise.compute.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Given;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A training that is stopped is blamed on what stopped it.
class DivergingTest {
  private static String end(Map<String, Object> inputs, Map<String, Object> parameters) {
    var exercise = new GradientExercise();
    var run =
        exercise.run(
            exercise.problem(
                new Given(new LinkedHashMap<>(inputs), new LinkedHashMap<>(parameters))));
    return run.step(run.length() - 1).narration().caption();
  }

  @Test
  void a_rate_above_the_largest_of_a_line_is_blamed() {
    assertThat(
            end(
                Map.of("X", new double[][] {{1}, {2}}, "y", new double[] {1, 2}),
                Map.of("model", "linear-regression", "learning_rate", 1.0)))
        .contains("Each step of rate 1 overshoots")
        .contains("every rate above 0.29 does")
        .doesNotContain("standardise");
  }

  @Test
  void steep_batches_are_blamed_where_the_rate_would_do_over_all_samples() {
    assertThat(
            end(
                Map.of(
                    "X",
                    new double[][] {{0.1}, {0.2}, {10}, {0.3}},
                    "y",
                    new double[] {1, 2, 3, 2}),
                Map.of(
                    "model",
                    "linear-regression",
                    "learning_rate",
                    0.03,
                    "batch_size",
                    1L,
                    "shuffle",
                    false)))
        .contains("Over all samples at once rate 0.03 would do")
        .contains("on this one every rate above 0.0099 overshoots");
  }

  @Test
  void large_inputs_are_blamed_not_the_rate_alone() {
    assertThat(
            end(Map.of("X", new double[][] {{1e60, 2}, {2, 1}}, "y", new int[] {0, 1}), Map.of()))
        .contains("the inputs are as large as 1e60. Standardise them.");
  }

  @Test
  void parameters_that_are_given_too_large_are_blamed() {
    double large = 1e90;
    assertThat(
            end(
                Map.of(
                    "X", new double[][] {{1, 2}, {2, 1}},
                    "y", new int[] {0, 1},
                    "W1", new double[][] {{large, large}, {large, large}},
                    "W2", new double[][] {{large, -large}, {-large, large}},
                    "b2", new double[] {-large, large}),
                Map.of("learning_rate", 1e9)))
        .contains("the parameters given are as large as 1e90. Give smaller ones");
  }

  @Test
  void an_update_that_fits_no_double_is_told_as_such_with_the_rate_that_made_it() {
    assertThat(
            end(
                Map.of("rate_changes", new double[][] {{2, 1e308}}),
                Map.of("model", "linear-regression", "epochs", 5L, "learning_rate", 0.1)))
        .matches("(?s).*epoch [23].*rate 1e308 overshoots.*");
  }

  @Test
  void one_far_batch_at_the_start_stops_nothing() {
    double[][] x = {{0.001}, {0.002}, {0.001}, {0.003}};
    assertThat(
            end(
                Map.of("X", x, "y", new double[] {0.1, 0.1, 5000, 0.1}),
                Map.of(
                    "model",
                    "linear-regression",
                    "epochs",
                    2L,
                    "learning_rate",
                    0.01,
                    "batch_size",
                    1L)))
        .startsWith("The loss is");
  }

  @Test
  void what_makes_no_difference_is_said() {
    var exercise = new GradientExercise();
    var line =
        exercise.problem(
            new Given(
                new LinkedHashMap<>(), new LinkedHashMap<>(Map.of("model", "linear-regression"))));
    assertThat(exercise.idle(line).keySet()).containsAll(List.of("hidden_size", "shuffle", "seed"));
    assertThat(exercise.idle(exercise.changed(line, "batch_size", 8L)).keySet())
        .contains("hidden_size")
        .doesNotContain("shuffle", "seed", "batch_size");
  }
}
