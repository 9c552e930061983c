package dev.stepwise.compute.lstm;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Schema.Field;
import dev.stepwise.compute.exercise.Schema.Kind;
import dev.stepwise.compute.exercise.Schema.Standing;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The exercise of the LSTM cell, with GRU and plain RNN for comparison.
public final class LstmExercise implements Exercise<LstmProblem, LstmFrame> {
  /// Whole numbers of a file are exact doubles for whoever reads it.
  private static final long EXACT = 1L << 53;

  @Override
  public String id() {
    return "lstm";
  }

  @Override
  public String title() {
    return "LSTM cell";
  }

  @Override
  public Schema schema() {
    var inputs = new ArrayList<Field>();
    inputs.add(new Field("X", "Sequence", new Kind.Matrix(), Standing.FILE_ONLY));
    inputs.add(new Field("text", "Text", new Kind.Text(), Standing.FILE_ONLY));
    inputs.add(
        new Field("features", "Names of the inputs", new Kind.Strings(), Standing.FILE_ONLY));
    for (var layer : layers()) {
      inputs.add(
          new Field(
              layer.weights(), "Weights, " + layer.title(), new Kind.Matrix(), Standing.FILE_ONLY));
    }
    for (var layer : layers()) {
      inputs.add(
          new Field(
              layer.bias(), "Biases, " + layer.title(), new Kind.Vector(), Standing.FILE_ONLY));
    }
    inputs.add(new Field("h_0", "Hidden state at first", new Kind.Vector(), Standing.FILE_ONLY));
    inputs.add(new Field("c_0", "Cell state at first", new Kind.Vector(), Standing.FILE_ONLY));
    return new Schema(inputs, parameters());
  }

  private static List<Field> parameters() {
    return List.of(
        new Field(
            "cell",
            "Cell",
            new Kind.Choice(
                Arrays.stream(Cell.values()).map(Cell::word).toList(), Cell.LSTM.word()),
            Standing.PROMINENT),
        new Field(
            "hidden_size",
            "Units",
            new Kind.Whole(1, LstmReading.MOST_UNITS, null),
            Standing.PROMINENT),
        new Field(
                "forget_bias",
                "Forget bias",
                new Kind.Real(-100, 100, LstmReading.STANDARD_FORGET_BIAS),
                Standing.PROMINENT)
            .withVariant(0.0, "forget bias 0"),
        new Field(
            "time_steps",
            "Time steps of a generated sequence",
            new Kind.Whole(1, 100_000, LstmReading.STANDARD_TIME_STEPS),
            Standing.FURTHER),
        new Field(
            "seed",
            "Seed",
            new Kind.Whole(-EXACT, EXACT, LstmReading.STANDARD_SEED),
            Standing.FURTHER));
  }

  /// The layers of all cells.
  private static List<Quantity> layers() {
    var layers = new LinkedHashSet<Quantity>();
    for (var cell : Cell.values()) {
      layers.addAll(cell.layers());
    }
    return List.copyOf(layers);
  }

  /// {@inheritDoc}
  ///
  /// The sequence is `X`, or one row a letter of `text`, or normal numbers from the seed. Without
  /// `hidden_size`, it is that of the stated weights, biases or states, else 4. Weights that are
  /// not stated come from the seed, biases are 0 but the forget gate's, which are `forget_bias`; a
  /// stated `b_f` is taken as it is. What belongs to another cell is left alone, so that a file can
  /// hold weights for several.
  @Override
  public LstmProblem complete(Given given) {
    return new LstmReading(given).problem();
  }

  @Override
  public Given given(LstmProblem problem) {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("cell", problem.cell().word());
    parameters.put("hidden_size", (long) problem.hidden());
    parameters.put("forget_bias", problem.forgetBias());
    parameters.put("time_steps", (long) problem.timeSteps());
    parameters.put("seed", problem.seed());
    return new Given(problem.stated().inputs(), parameters);
  }

  @Override
  public Map<String, String> idle(LstmProblem problem) {
    return problem.cell() == Cell.LSTM
        ? Map.of()
        : Map.of("forget_bias", "Only the LSTM has a forget gate whose bias this sets.");
  }

  @Override
  public Run<LstmFrame> run(LstmProblem problem) {
    return LstmRun.of(problem);
  }

  /// {@inheritDoc}
  ///
  /// @throws IllegalArgumentException if the frame is not the last one of a run: a defect
  @Override
  public SequencedMap<String, Value> result(LstmFrame last) {
    var time = last.time();
    int length = time.problem().x().length;
    if (time.t() != length - 1 || !(last.focus() instanceof LstmFrame.Focus.Whole)) {
      throw new IllegalArgumentException("a run ends with its last time step");
    }
    var result = new LinkedHashMap<String, Value>();
    for (var quantity : time.cell().quantities()) {
      if (quantity == Quantity.RH) {
        continue;
      }
      var rows = new double[length][];
      for (int t = 0; t < length; t++) {
        rows[t] = time.history().moment(t).values(quantity);
      }
      result.put(quantity.variable(), new Value.Matrix(rows));
    }
    return result;
  }

  @Override
  public List<String> grains(LstmProblem problem) {
    return List.of("time step", "gate", "unit", "operation", "term");
  }

  @Override
  public List<Condition> conditions() {
    return LstmConditions.ALL;
  }
}
