package dev.stepwise.compute.lstm;

import dev.stepwise.compute.exercise.Input;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.exercise.Parameter;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Schema.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a scenario of the LSTM cell may hold, each declared once.
final class LstmParameters {
  /// Whole numbers of a file are exact doubles for whoever reads it.
  private static final long EXACT = 1L << 53;

  static final int MOST_UNITS = 2_000;
  static final double STANDARD_FORGET_BIAS = 1;

  static final Input<double[][]> X = Input.matrix("X", "Sequence");
  static final Input<String> TEXT = Input.text("text", "Text");
  static final Input<List<String>> FEATURES = Input.strings("features", "Names of the inputs");
  static final Input<double[]> H_0 = Input.vector("h_0", "Hidden state at first");
  static final Input<double[]> C_0 = Input.vector("c_0", "Cell state at first");

  static final Parameter<Cell> CELL =
      Parameter.choice("cell", "Cell", Cell.values(), Cell::word, Cell.LSTM)
          .standing(Standing.PROMINENT);
  static final Parameter<Integer> HIDDEN_SIZE =
      Parameter.count("hidden_size", "Units", 1, MOST_UNITS).standing(Standing.PROMINENT);
  static final Parameter<Double> FORGET_BIAS =
      Parameter.real("forget_bias", "Forget bias", -100, 100)
          .otherwise(STANDARD_FORGET_BIAS)
          .standing(Standing.PROMINENT)
          .variant(0.0, "forget bias 0");
  static final Parameter<Integer> TIME_STEPS =
      Parameter.count("time_steps", "Time steps of a generated sequence", 1, 100_000).otherwise(24);
  static final Parameter<Long> SEED = Parameter.whole("seed", "Seed", -EXACT, EXACT).otherwise(42L);

  static final Parameter<LstmMistake> MISTAKE =
      Mistakes.parameter(
          LstmMistake.values(), LstmMistake::id, LstmMistake::title, LstmMistake.NONE);

  static final Schema SCHEMA =
      Schema.of(inputs(), List.of(CELL, HIDDEN_SIZE, FORGET_BIAS, TIME_STEPS, SEED, MISTAKE));

  private LstmParameters() {}

  /// The weights of a layer.
  static Input<double[][]> weights(Quantity layer) {
    return Input.matrix(layer.weights(), "Weights, " + layer.title());
  }

  /// The biases of a layer.
  static Input<double[]> bias(Quantity layer) {
    return Input.vector(layer.bias(), "Biases, " + layer.title());
  }

  private static List<Input<?>> inputs() {
    var layers =
        Arrays.stream(Cell.values()).flatMap(cell -> cell.layers().stream()).distinct().toList();
    var inputs = new ArrayList<Input<?>>(List.of(X, TEXT, FEATURES));
    layers.forEach(layer -> inputs.add(weights(layer)));
    layers.forEach(layer -> inputs.add(bias(layer)));
    inputs.addAll(List.of(H_0, C_0));
    return inputs;
  }
}
