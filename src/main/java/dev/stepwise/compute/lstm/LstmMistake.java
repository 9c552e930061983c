package dev.stepwise.compute.lstm;

import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.linear.Matrices;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// A mistake that people make in a recurrent cell, in the place of one line of the right way. Some
/// belong to one kind of cell, and change nothing in the others.
public enum LstmMistake {
  /// None.
  NONE("none", "", ""),
  /// Gates between −1 and 1.
  TANH_FOR_SIGMOID(
      "tanh-for-sigmoid",
      "tanh for the gates",
      "The gates go through tanh, so they lie between −1 and 1, where the sigmoid would keep them"
          + " between 0 and 1."),
  /// Candidates between 0 and 1.
  SIGMOID_FOR_TANH(
      "sigmoid-for-tanh",
      "sigmoid for tanh",
      "What would come in goes through the sigmoid, where tanh belongs: it is never negative."),
  /// i⊙c + f⊙c̃.
  GATES_SWAPPED(
      "gates-swapped",
      "f and i mixed up",
      "The gates have changed places: i is multiplied with the old cell state, f with the"
          + " candidate."),
  /// c̃ as it is.
  INPUT_GATE_LEFT_OUT(
      "input-gate-left-out",
      "the candidate comes in whole",
      "The candidate is added as it is: no gate says how much of it comes in."),
  /// c as it is.
  NOTHING_FORGOTTEN(
      "nothing-is-forgotten",
      "nothing is forgotten",
      "The old state is kept as it is: no gate says how much of it stays."),
  /// (1 − f)⊙c.
  FORGET_MEANS_FORGET(
      "forget-means-forget",
      "1 − f for f",
      "The old cell state is multiplied by 1 − f: what should be kept is forgotten, and the other"
          + " way round."),
  /// c = tanh(f⊙c + i⊙c̃).
  MEMORY_SQUASHED(
      "memory-is-squashed",
      "tanh of the cell state is stored",
      "The sum goes through tanh before it is stored as the cell state, which can never leave −1 to"
          + " 1 so."),
  /// h = o⊙c.
  NO_TANH(
      "no-tanh",
      "h without tanh",
      "The hidden state is o times the cell state as it is: tanh is left out."),
  /// h = tanh(c).
  OUTPUT_GATE_LEFT_OUT(
      "output-gate-left-out",
      "all of the memory is shown",
      "The hidden state is tanh of the cell state: no gate says how much of it is shown."),
  /// z and 1 − z change places.
  Z_REVERSED(
      "z-reversed",
      "z and 1 − z mixed up",
      "z and 1 − z have changed places: 1 − z is multiplied with the old state, z with the"
          + " candidate."),
  /// [x, h] for [x, r⊙h].
  RESET_LEFT_OUT(
      "reset-gate-left-out",
      "no reset of the state",
      "The candidate sees the old state as it is: the reset gate is computed, but never used."),
  /// [x, 0].
  INPUT_ONLY(
      "gates-see-the-input-only",
      "h is left out of [x, h]",
      "The hidden state is left out: zeros stand in its place, so the weights see the input only."),
  /// W·v.
  NO_BIASES(
      "forgets-the-biases",
      "no biases",
      "The biases are left out: the weighted sum is the products alone.");

  private final String id;
  private final String title;
  private final String said;

  LstmMistake(String id, String title, String said) {
    this.id = id;
    this.title = title;
    this.said = said;
  }

  /// Its name in files.
  public String id() {
    return id;
  }

  /// Its name for people.
  public String title() {
    return title;
  }

  /// What is done, in a sentence or two.
  String said() {
    return said;
  }

  /// The quantities of a cell that come to be otherwise than they should.
  Set<Quantity> touched(Cell cell) {
    var all = EnumSet.noneOf(Quantity.class);
    switch (this) {
      case NONE -> {}
      case TANH_FOR_SIGMOID -> all.addAll(cell.gates());
      case SIGMOID_FOR_TANH ->
          all.addAll(Set.of(cell.keepsAndAdds() ? cell.candidate() : Quantity.H));
      case INPUT_GATE_LEFT_OUT -> all.addAll(ofSum(cell.keepsAndAdds(), cell, Quantity.ADDED));
      case NOTHING_FORGOTTEN -> all.addAll(ofSum(cell.keepsAndAdds(), cell, Quantity.KEPT));
      case GATES_SWAPPED ->
          all.addAll(ofSum(cell == Cell.LSTM, cell, Quantity.KEPT, Quantity.ADDED));
      case FORGET_MEANS_FORGET -> all.addAll(ofSum(cell == Cell.LSTM, cell, Quantity.KEPT));
      case Z_REVERSED -> all.addAll(ofSum(cell == Cell.GRU, cell, Quantity.KEPT, Quantity.ADDED));
      case MEMORY_SQUASHED -> all.addAll(ofSum(cell == Cell.LSTM, cell));
      case NO_TANH -> all.addAll(only(cell == Cell.LSTM, Quantity.TANH_C, Quantity.H));
      case OUTPUT_GATE_LEFT_OUT -> all.addAll(only(cell == Cell.LSTM, Quantity.H));
      case RESET_LEFT_OUT -> all.addAll(only(cell == Cell.GRU, Quantity.RH, Quantity.XRH));
      case INPUT_ONLY -> all.add(Quantity.XH);
      case NO_BIASES -> all.addAll(cell.layers());
    }
    return all;
  }

  private static Set<Quantity> only(boolean so, Quantity... quantities) {
    return so ? Set.of(quantities) : Set.of();
  }

  /// Parts of the sum that the memory is, and the memory.
  private static Set<Quantity> ofSum(boolean so, Cell cell, Quantity... parts) {
    var all = EnumSet.of(cell.memory());
    all.addAll(Arrays.asList(parts));
    return so ? Set.copyOf(all) : Set.of();
  }

  /// Whether it changes anything in a cell.
  boolean concerns(Cell cell) {
    return !touched(cell).isEmpty();
  }

  /// What presses a weighted sum.
  Function function(Quantity quantity) {
    return switch (this) {
      case TANH_FOR_SIGMOID -> Function.TANH;
      case SIGMOID_FOR_TANH -> Function.SIGMOID;
      default -> quantity.isGate() ? Function.SIGMOID : Function.TANH;
    };
  }

  /// The weighted sum of a unit.
  double sum(Layer layer, int unit, double[] input) {
    return this == NO_BIASES ? Matrices.dot(layer.weights()[unit], input) : layer.sum(unit, input);
  }

  /// The bias of a unit as it is added.
  double bias(Layer layer, int unit) {
    return this == NO_BIASES ? 0 : layer.bias()[unit];
  }

  /// One time step of a cell, with the mistake in it.
  Moment step(RecurrentCell cell, double[] x, State before) {
    return this == NONE ? cell.step(x, before) : new MistakenStep(this, x, before).of(cell);
  }
}
