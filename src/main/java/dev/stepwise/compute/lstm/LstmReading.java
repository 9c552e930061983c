package dev.stepwise.compute.lstm;

import static dev.stepwise.compute.lstm.LstmParameters.CELL;
import static dev.stepwise.compute.lstm.LstmParameters.C_0;
import static dev.stepwise.compute.lstm.LstmParameters.FEATURES;
import static dev.stepwise.compute.lstm.LstmParameters.FORGET_BIAS;
import static dev.stepwise.compute.lstm.LstmParameters.HIDDEN_SIZE;
import static dev.stepwise.compute.lstm.LstmParameters.H_0;
import static dev.stepwise.compute.lstm.LstmParameters.MISTAKE;
import static dev.stepwise.compute.lstm.LstmParameters.SEED;
import static dev.stepwise.compute.lstm.LstmParameters.TEXT;
import static dev.stepwise.compute.lstm.LstmParameters.TIME_STEPS;
import static dev.stepwise.compute.lstm.LstmParameters.X;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Input;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Shapes;
import dev.stepwise.compute.text.Phrases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes a problem of what a scenario holds: checks what is stated, generates what is not.
final class LstmReading {
  private static final int STANDARD_UNITS = 4;

  /// About ten vectors of a time step are kept: 160 MB.
  private static final long MOST_NUMBERS = 20_000_000;

  private final Given given;
  private final Cell cell;
  private final long seed;

  LstmReading(Given given) {
    this.given = given;
    this.cell = CELL.of(given);
    this.seed = SEED.of(given);
  }

  LstmProblem problem() {
    var letters = letters();
    double[][] x = sequence(letters);
    int hidden = hidden();
    checkMemory(x.length, x[0].length, hidden);
    var layers =
        cell.layers().stream().map(quantity -> layer(quantity, hidden, x[0].length)).toList();
    var start =
        new State(state(H_0, hidden), cell.hasCellState() ? state(C_0, hidden) : new double[0]);
    return new LstmProblem(
        x,
        labels(letters),
        features(letters, x[0].length),
        RecurrentCell.of(cell, layers),
        start,
        FORGET_BIAS.of(given),
        TIME_STEPS.of(given),
        seed,
        MISTAKE.of(given),
        new Given(given.inputs(), new LinkedHashMap<>()));
  }

  /// The letters of the text; none where there is no text.
  private List<String> letters() {
    var text = TEXT.in(given);
    if (text.isEmpty()) {
      return List.of();
    }
    if (X.in(given).isPresent()) {
      throw new InvalidInput(TEXT.place(), "there are both X and text", "give one of them");
    }
    var letters = Generated.letters(text.get());
    if (letters.isEmpty()) {
      throw new InvalidInput(TEXT.place(), "is empty", "give at least one letter");
    }
    return letters;
  }

  private double[][] sequence(List<String> letters) {
    if (!letters.isEmpty()) {
      long numbers = (long) letters.size() * Generated.alphabet(letters).size();
      if (numbers > MOST_NUMBERS) {
        throw new InvalidInput(
            TEXT.place(),
            "has %s, too many to be kept".formatted(Phrases.count(letters.size(), "letter")),
            "give a shorter text");
      }
      return Generated.oneHot(letters);
    }
    return X.in(given).orElseGet(() -> Generated.sequence(TIME_STEPS.of(given), seed));
  }

  private static List<String> labels(List<String> letters) {
    return letters.stream().map(Generated::label).toList();
  }

  private List<String> features(List<String> letters, int inputs) {
    if (!letters.isEmpty()) {
      return labels(Generated.alphabet(letters));
    }
    var stated = FEATURES.in(given);
    stated.ifPresent(names ->
        Shapes.length(
            FEATURES.place(),
            names.size(),
            inputs,
            "name",
            "X has " + Phrases.count(inputs, "column")));
    return stated.orElseGet(
        () -> IntStream.rangeClosed(1, inputs).mapToObj(k -> "x" + Signs.subscript(k)).toList());
  }

  /// The number of units: as the parameter says, else as anything stated has it.
  private int hidden() {
    return HIDDEN_SIZE
        .stated(given)
        .or(() -> cell.layers().stream().flatMap(this::statedSizes).findFirst())
        .or(() -> sized(H_0))
        .or(() -> cell.hasCellState() ? sized(C_0) : Optional.empty())
        .orElse(STANDARD_UNITS);
  }

  private Stream<Integer> statedSizes(Quantity layer) {
    var byWeights = LstmParameters.weights(layer).in(given).map(rows -> rows.length);
    return Stream.concat(byWeights.stream(), sized(LstmParameters.bias(layer)).stream());
  }

  private Optional<Integer> sized(Input<double[]> input) {
    return input.in(given).map(numbers -> numbers.length);
  }

  private static void checkMemory(int timeSteps, int inputs, int hidden) {
    long numbers = timeSteps * (2L * inputs + 10L * hidden);
    if (numbers > MOST_NUMBERS || hidden > LstmParameters.MOST_UNITS) {
      throw new InvalidInput(
          HIDDEN_SIZE.place(),
          "%d time steps of %d units are too many to be kept".formatted(timeSteps, hidden),
          "choose at most %d units, or a shorter sequence"
              .formatted(
                  Math.clamp(
                      (MOST_NUMBERS / timeSteps - 2L * inputs) / 10,
                      1,
                      LstmParameters.MOST_UNITS)));
    }
  }

  private Layer layer(Quantity quantity, int hidden, int inputs) {
    var weights = LstmParameters.weights(quantity);
    var bias = LstmParameters.bias(quantity);
    weights.in(given).ifPresent(stated -> checkWeights(stated, weights.place(), hidden, inputs));
    checkUnits(bias, hidden);
    return new Layer(
        weights.in(given).orElseGet(() -> Generated.weights(quantity, hidden, inputs, seed)),
        bias.in(given).orElseGet(() -> Generated.bias(quantity, hidden, FORGET_BIAS.of(given))));
  }

  private static void checkWeights(double[][] weights, String place, int hidden, int inputs) {
    checkUnits(place, weights.length, hidden, "row");
    for (int unit = 0; unit < hidden; unit++) {
      if (weights[unit].length != inputs + hidden) {
        throw new InvalidInput(
            place + "/" + unit,
            "has %s, but [x, h] has %d + %d"
                .formatted(Phrases.count(weights[unit].length, "number"), inputs, hidden),
            "give %d numbers: %d for x, %d for h".formatted(inputs + hidden, inputs, hidden));
      }
    }
  }

  private double[] state(Input<double[]> input, int hidden) {
    checkUnits(input, hidden);
    return input.in(given).orElseGet(() -> new double[hidden]);
  }

  private void checkUnits(Input<double[]> input, int hidden) {
    input
        .in(given)
        .ifPresent(numbers -> checkUnits(input.place(), numbers.length, hidden, "number"));
  }

  private static void checkUnits(String place, int length, int hidden, String one) {
    Shapes.length(
        place,
        length,
        hidden,
        one,
        "there %s %s".formatted(hidden == 1 ? "is" : "are", Phrases.count(hidden, "unit")));
  }
}
