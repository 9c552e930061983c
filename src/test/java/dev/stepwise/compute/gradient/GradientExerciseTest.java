package dev.stepwise.compute.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GradientExerciseTest {
  private final GradientExercise exercise = new GradientExercise();
  private static final double[][] X = {{0, 1}, {1, 0}, {1, 1}};

  private static Given with(Map<String, ?> inputs, Map<String, ?> parameters) {
    return Given.nothing().withInputs(inputs).withParameters(parameters);
  }

  private void assertRefused(Given given, String place, String... words) {
    assertThatThrownBy(() -> exercise.problem(given))
        .isInstanceOfSatisfying(
            InvalidInput.class, refused -> assertThat(refused.place()).isEqualTo(place))
        .hasMessageContainingAll(words);
  }

  @Test
  void answers_are_needed_one_for_each_row() {
    assertRefused(with(Map.of("X", X), Map.of()), "/inputs/y", "is missing");
    assertRefused(
        with(Map.of("X", X, "y", new int[] {0, 1}), Map.of()), "/inputs/y", "2 answers", "3 rows");
  }

  @Test
  void classes_are_whole_numbers() {
    assertRefused(
        with(Map.of("X", X, "y", new double[] {0.5, 1, 0}), Map.of()),
        "/inputs/y",
        "linear-regression");
  }

  @Test
  void given_weights_must_fit() {
    var y = new int[] {0, 1, 2};
    assertRefused(
        with(Map.of("X", X, "y", y, "W1", new double[][] {{1, 2}}), Map.of()),
        "/inputs/W1",
        "1×2",
        "2×2");
    assertRefused(
        with(Map.of("X", X, "y", y, "b1", new double[] {1}), Map.of("hidden_size", 3L)),
        "/inputs/b1",
        "give 3");
    assertRefused(
        with(
            Map.of("X", X, "y", y, "W1", new double[][] {{1, 2}, {3, 4}}),
            Map.of("hidden_size", 5L)),
        "/parameters/hidden_size",
        "choose 2");
    assertRefused(
        with(Map.of("X", X, "y", y), Map.of("init", "given")), "/parameters/init", "W1 and W2");
  }

  @Test
  void changes_of_the_rate_must_ascend() {
    assertRefused(
        with(
            Map.of(
                "X",
                X,
                "y",
                new int[] {0, 1, 0},
                "rate_changes",
                new double[][] {{5, 0.1}, {5, 0.2}}),
            Map.of()),
        "/inputs/rate_changes/1",
        "ascending");
  }

  @Test
  void each_model_comes_back_from_what_it_gives() {
    for (var model : GradientProblem.Model.values()) {
      var problem = exercise.problem(with(Map.of(), Map.of("model", model.word())));
      assertThat(problem.model()).isEqualTo(model);
      var again = exercise.problem(exercise.given(problem));
      assertThat(again).usingRecursiveComparison().isEqualTo(problem);
    }
  }

  @Test
  void held_out_samples_are_never_trained_on() {
    var problem = (NetworkProblem) exercise.problem(with(Map.of(), Map.of("held_out", 0.25)));
    assertThat(problem.data().held()).hasSize(30).doesNotContain(problem.data().training());
    assertThat(problem.size()).isEqualTo(90);
    assertThat(Trainer.order(problem, 3)).containsExactlyInAnyOrder(problem.data().training());
  }

  private static final Map<String, ?> GIVEN =
      Map.of(
          "X", X,
          "y", new int[] {0, 1, 0},
          "W1", new double[][] {{1, 2}, {3, 4}},
          "W2", new double[][] {{5, 6}, {7, 8}});

  private NetworkProblem network(GradientProblem problem) {
    return (NetworkProblem) problem;
  }

  private String start(NetworkProblem problem) {
    var narration = exercise.run(problem).step(0).narration();
    return narration.title() + ": " + narration.caption();
  }

  @Test
  void given_weights_go_before_init_and_the_first_step_says_so() {
    var problem = network(exercise.problem(with(GIVEN, Map.of("init", "zero"))));
    assertThat(Trainer.initialise(problem).w1()).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
    assertThat(start(problem)).startsWith("The weights are given").contains("init plays no part");
  }

  @Test
  void init_draws_what_is_left_out() {
    var inputs = new LinkedHashMap<String, Object>(GIVEN);
    inputs.remove("W2");
    var problem = network(exercise.problem(with(inputs, Map.of("init", "zero"))));
    assertThat(Trainer.initialise(problem).w1()).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
    assertThat(Trainer.initialise(problem).w2()).isDeepEqualTo(new double[2][2]);
    assertThat(start(problem))
        .contains("W1 is given by the scenario, so only the others are drawn");
  }

  @Test
  void whoever_chooses_another_start_or_size_lets_given_weights_go() {
    var problem = exercise.problem(with(GIVEN, Map.of()));
    var zero = network(exercise.changed(problem, "init", "zero"));
    assertThat(Trainer.initialise(zero).w1()).isDeepEqualTo(new double[2][2]);
    assertThat(network(exercise.changed(problem, "hidden_size", 5L)).hidden()).isEqualTo(5);
    var faster = network(exercise.changed(problem, "learning_rate", 0.5));
    assertThat(faster.given().hasWeights()).isTrue();
  }
}
