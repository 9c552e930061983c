package dev.stepwise.compute.lstm;

import static dev.stepwise.compute.lstm.LstmParameters.CELL;
import static dev.stepwise.compute.lstm.LstmParameters.FORGET_BIAS;
import static dev.stepwise.compute.lstm.LstmParameters.HIDDEN_SIZE;
import static dev.stepwise.compute.lstm.LstmParameters.MISTAKE;
import static dev.stepwise.compute.lstm.LstmParameters.SEED;
import static dev.stepwise.compute.lstm.LstmParameters.TIME_STEPS;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Outcome;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;

/// The exercise of the LSTM cell, with GRU and plain RNN for comparison.
public final class LstmExercise implements Exercise<LstmProblem, LstmFrame> {
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
    return LstmParameters.SCHEMA;
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
    return new Given(problem.stated().inputs(), new LinkedHashMap<>())
        .with(CELL, problem.cell())
        .with(HIDDEN_SIZE, problem.hidden())
        .with(FORGET_BIAS, problem.forgetBias())
        .with(TIME_STEPS, problem.timeSteps())
        .with(SEED, problem.seed())
        .with(MISTAKE, problem.mistake());
  }

  @Override
  public Map<String, String> idle(LstmProblem problem) {
    var reasons = new LinkedHashMap<String, String>();
    if (problem.cell() != Cell.LSTM) {
      reasons.put(FORGET_BIAS.name(), "Only the LSTM has a forget gate whose bias this sets.");
    }
    if (problem.mistake() != LstmMistake.NONE && !problem.mistake().concerns(problem.cell())) {
      reasons.put(
          MISTAKE.name(),
          "The %s has nothing in which this mistake could be made."
              .formatted(problem.cell().title()));
    }
    return reasons;
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
    if (time.t() != length - 1 || !(last.focus() instanceof Focus.Whole)) {
      throw new IllegalArgumentException("a run ends with its last time step");
    }
    var result = new LinkedHashMap<String, Value>();
    for (var quantity : time.cell().quantities()) {
      if (quantity == Quantity.RH) {
        continue;
      }
      result.put(quantity.variable(), new Value.Matrix(time.history().values(quantity, length)));
    }
    return result;
  }

  @Override
  public Optional<Derivation> why(LstmFrame frame, Ref ref) {
    return new LstmDerivations(frame).of(ref);
  }

  @Override
  public List<String> grains(LstmProblem problem) {
    return List.of("time step", "gate", "unit", "operation", "term");
  }

  @Override
  public Map<String, Double> sizes(LstmProblem problem) {
    return Map.of(
        "T", (double) problem.x().length,
        "input", (double) problem.inputs(),
        "hidden", (double) problem.hidden(),
        "gates", (double) problem.cell().layers().size());
  }

  @Override
  public Outcome outcome(LstmFrame frame) {
    return new LstmOutcome(frame).outcome();
  }

  /// {@inheritDoc}
  ///
  /// As many time steps as the size.
  @Override
  public Optional<Given> small(int size, RandomGenerator random) {
    return Optional.of(SmallSequences.of(size, random));
  }

  @Override
  public List<Condition> conditions() {
    return LstmConditions.ALL;
  }
}
