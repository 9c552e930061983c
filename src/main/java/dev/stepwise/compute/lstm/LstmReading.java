package dev.stepwise.compute.lstm;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Makes a problem of what a scenario holds: checks what is stated, generates what is not.
final class LstmReading {
  static final long STANDARD_TIME_STEPS = 24;
  static final double STANDARD_FORGET_BIAS = 1;
  static final long STANDARD_SEED = 42;
  static final long MOST_UNITS = 2_000;
  private static final int STANDARD_UNITS = 4;

  /// About ten vectors of a time step are kept: 160 MB.
  private static final long MOST_NUMBERS = 20_000_000;

  private final Given given;
  private final Cell cell;
  private final long seed;
  private final long timeSteps;
  private final double forgetBias;

  LstmReading(Given given) {
    this.given = given;
    this.cell = cell(given.parameter("cell", String.class).orElse(Cell.LSTM.word()));
    this.seed = given.parameter("seed", Long.class).orElse(STANDARD_SEED);
    this.timeSteps = given.parameter("time_steps", Long.class).orElse(STANDARD_TIME_STEPS);
    this.forgetBias = given.parameter("forget_bias", Double.class).orElse(STANDARD_FORGET_BIAS);
  }

  private static Cell cell(String word) {
    return Arrays.stream(Cell.values())
        .filter(cell -> cell.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new InvalidInput(
                "/parameters/cell", "cell is '" + word + "'", "choose lstm, gru or rnn"));
  }

  LstmProblem problem() {
    var letters = letters();
    double[][] x = sequence(letters);
    int hidden = hidden();
    checkMemory(x.length, x[0].length, hidden);
    var layers =
        cell.layers().stream().map(quantity -> layer(quantity, hidden, x[0].length)).toList();
    var start =
        new State(state("h_0", hidden), cell.hasCellState() ? state("c_0", hidden) : new double[0]);
    return new LstmProblem(
        x,
        labels(letters),
        features(letters, x[0].length),
        Weights.of(cell, layers),
        start,
        forgetBias,
        (int) timeSteps,
        seed,
        new Given(given.inputs(), new LinkedHashMap<>()));
  }

  /// The letters of the text; none where there is no text.
  private List<String> letters() {
    var text = given.input("text", String.class);
    if (text.isEmpty()) {
      return List.of();
    }
    if (given.input("X", double[][].class).isPresent()) {
      throw new InvalidInput("/inputs/text", "there are both X and text", "give one of them");
    }
    var letters = Generated.letters(text.get());
    if (letters.isEmpty()) {
      throw new InvalidInput("/inputs/text", "is empty", "give at least one letter");
    }
    return letters;
  }

  private double[][] sequence(List<String> letters) {
    if (!letters.isEmpty()) {
      long numbers = (long) letters.size() * Generated.alphabet(letters).size();
      if (numbers > MOST_NUMBERS) {
        throw new InvalidInput(
            "/inputs/text",
            "has %d letters, too many to be kept".formatted(letters.size()),
            "give a shorter text");
      }
      return Generated.oneHot(letters);
    }
    return given
        .input("X", double[][].class)
        .orElseGet(() -> Generated.sequence((int) timeSteps, seed));
  }

  private static List<String> labels(List<String> letters) {
    return letters.stream().map(Generated::label).toList();
  }

  private List<String> features(List<String> letters, int inputs) {
    if (!letters.isEmpty()) {
      return labels(Generated.alphabet(letters));
    }
    @SuppressWarnings("unchecked") // the schema says that they are strings
    var stated = (Optional<List<String>>) (Optional<?>) given.input("features", List.class);
    if (stated.isPresent() && stated.get().size() != inputs) {
      throw new InvalidInput(
          "/inputs/features",
          "has %s, but X has %s"
              .formatted(Signs.count(stated.get().size(), "name"), Signs.count(inputs, "column")),
          "give one name a column");
    }
    return stated.orElseGet(
        () -> IntStream.rangeClosed(1, inputs).mapToObj(k -> "x" + Signs.subscript(k)).toList());
  }

  /// The number of units: as the parameter says, else as anything stated has it.
  private int hidden() {
    var told = given.parameter("hidden_size", Long.class);
    if (told.isPresent()) {
      return told.get().intValue();
    }
    for (var layer : cell.layers()) {
      var weights = given.input(layer.weights(), double[][].class);
      if (weights.isPresent()) {
        return weights.get().length;
      }
      var bias = given.input(layer.bias(), double[].class);
      if (bias.isPresent()) {
        return bias.get().length;
      }
    }
    for (var name : stateNames()) {
      var state = given.input(name, double[].class);
      if (state.isPresent()) {
        return state.get().length;
      }
    }
    return STANDARD_UNITS;
  }

  private List<String> stateNames() {
    var names = new ArrayList<>(List.of("h_0"));
    if (cell.hasCellState()) {
      names.add("c_0");
    }
    return names;
  }

  private static void checkMemory(int timeSteps, int inputs, int hidden) {
    long numbers = timeSteps * (2L * inputs + 10L * hidden);
    if (numbers > MOST_NUMBERS || hidden > MOST_UNITS) {
      throw new InvalidInput(
          "/parameters/hidden_size",
          "%d time steps of %d units are too many to be kept".formatted(timeSteps, hidden),
          "choose at most %d units, or a shorter sequence"
              .formatted(
                  Math.clamp((MOST_NUMBERS / timeSteps - 2L * inputs) / 10, 1, (int) MOST_UNITS)));
    }
  }

  private Layer layer(Quantity quantity, int hidden, int inputs) {
    var weights = given.input(quantity.weights(), double[][].class);
    weights.ifPresent(
        stated -> checkWeights(stated, "/inputs/" + quantity.weights(), hidden, inputs));
    var bias = given.input(quantity.bias(), double[].class);
    bias.ifPresent(stated -> checkVector(stated, "/inputs/" + quantity.bias(), hidden));
    return new Layer(
        weights.orElseGet(() -> Generated.weights(quantity, hidden, inputs, seed)),
        bias.orElseGet(() -> Generated.bias(quantity, hidden, forgetBias)));
  }

  private static void checkWeights(double[][] weights, String place, int hidden, int inputs) {
    if (weights.length != hidden) {
      throw new InvalidInput(
          place,
          "has %s, but there %s"
              .formatted(
                  Signs.count(weights.length, "row"),
                  (hidden == 1 ? "is " : "are ") + Signs.count(hidden, "unit")),
          "give %s, one a unit".formatted(Signs.count(hidden, "row")));
    }
    for (int unit = 0; unit < hidden; unit++) {
      if (weights[unit].length != inputs + hidden) {
        throw new InvalidInput(
            place + "/" + unit,
            "has %s, but [x, h] has %d + %d"
                .formatted(Signs.count(weights[unit].length, "number"), inputs, hidden),
            "give %d numbers: %d for x, %d for h".formatted(inputs + hidden, inputs, hidden));
      }
    }
  }

  private double[] state(String name, int hidden) {
    var stated = given.input(name, double[].class);
    stated.ifPresent(values -> checkVector(values, "/inputs/" + name, hidden));
    return stated.orElseGet(() -> new double[hidden]);
  }

  private static void checkVector(double[] values, String place, int hidden) {
    if (values.length != hidden) {
      throw new InvalidInput(
          place,
          "has %s, but there %s"
              .formatted(
                  Signs.count(values.length, "number"),
                  (hidden == 1 ? "is " : "are ") + Signs.count(hidden, "unit")),
          "give %s, one a unit".formatted(Signs.count(hidden, "number")));
    }
  }
}
