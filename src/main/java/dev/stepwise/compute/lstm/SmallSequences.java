package dev.stepwise.compute.lstm;

import static dev.stepwise.compute.lstm.LstmParameters.HIDDEN_SIZE;
import static dev.stepwise.compute.lstm.LstmParameters.X;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.linear.WholeNumbers;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Few time steps of one whole number, and whole weights for every kind of cell. Biases are left to
/// the settings.
final class SmallSequences {
  private static final int INPUTS = 1;
  private static final int MOST_UNITS = 2;

  private SmallSequences() {}

  /// @param size how many time steps
  static Given of(int size, RandomGenerator random) {
    int hidden = random.nextInt(1, MOST_UNITS + 1);
    var layers =
        Arrays.stream(Cell.values()).flatMap(cell -> cell.layers().stream()).distinct().toList();
    var given =
        Given.nothing()
            .with(X, WholeNumbers.matrix(size, INPUTS, -2, 2, random))
            .with(HIDDEN_SIZE, hidden);
    for (var layer : layers) {
      double[][] weights = WholeNumbers.matrix(hidden, INPUTS + hidden, -1, 2, random);
      given = given.with(LstmParameters.weights(layer), weights);
    }
    return given;
  }
}
