package dev.stepwise.compute.lstm;

import dev.stepwise.compute.exercise.Given;
import java.util.List;

/// Everything that determines a run. The arrays are shared and never written to.
///
/// @param x T×input, the sequence
/// @param labels what each time step is called, such as its letter; empty for none
/// @param features what each number of an input is called
/// @param recurrentCell the cell, with its weights
/// @param start the state before the first time step
/// @param forgetBias what the biases of a generated forget gate are
/// @param timeSteps the length of a generated sequence
/// @param seed of everything generated
/// @param mistake what is done wrong on purpose
/// @param stated the inputs that were stated, not generated: they stay when a setting changes
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record LstmProblem(
    double[][] x,
    List<String> labels,
    List<String> features,
    RecurrentCell recurrentCell,
    State start,
    double forgetBias,
    int timeSteps,
    long seed,
    LstmMistake mistake,
    Given stated) {

  /// Copies the lists.
  public LstmProblem {
    labels = List.copyOf(labels);
    features = List.copyOf(features);
  }

  /// Which kind of cell.
  public Cell cell() {
    return recurrentCell.kind();
  }

  /// How many units.
  public int hidden() {
    return recurrentCell.hidden();
  }

  /// How many numbers an input has.
  public int inputs() {
    return x[0].length;
  }

  /// A new, empty history.
  public History history() {
    return new History(x, recurrentCell, start, mistake);
  }
}
