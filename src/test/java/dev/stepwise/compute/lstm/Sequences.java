package dev.stepwise.compute.lstm;

import dev.stepwise.compute.exercise.Given;
import java.util.Map;

/// Problems for tests, from a seed.
final class Sequences {
  static final LstmExercise EXERCISE = new LstmExercise();

  private Sequences() {}

  static Given given(Map<String, ?> inputs, Map<String, ?> parameters) {
    return Given.nothing().withInputs(inputs).withParameters(parameters);
  }

  /// A generated sequence and generated weights.
  static LstmProblem generated(Cell cell, int timeSteps, int hidden, long seed) {
    return EXERCISE.problem(
        given(
            Map.of(),
            Map.of(
                "cell",
                cell.word(),
                "time_steps",
                (long) timeSteps,
                "hidden_size",
                (long) hidden,
                "seed",
                seed)));
  }
}
