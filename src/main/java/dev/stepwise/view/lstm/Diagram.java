package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Cell;
import dev.stepwise.compute.lstm.Operation;
import dev.stepwise.compute.lstm.Quantity;
import java.util.List;

/// The drawing of a cell: its wires and what hangs on them. Places are fractions of the drawing's
/// width and height, from the top left.
///
/// @param wires in the order in which they are drawn
/// @param parts in the order in which they are drawn
record Diagram(List<Wire> wires, List<Part> parts) {

  /// A wire.
  ///
  /// @param operation the operation in which it carries something
  /// @param carries what it carries
  /// @param highway whether it is the way of the memory, drawn broad
  /// @param path x and y of its points, in turn
  @SuppressWarnings("ArrayRecordComponent") // made here, never written to
  record Wire(Operation operation, Quantity carries, boolean highway, double... path) {}

  /// What hangs on the wires.
  sealed interface Part {
    /// A value: the units as a small column, and the number of the unit that is looked at.
    ///
    /// @param ago 1 for a value of the time step before
    record Chip(Quantity quantity, int ago, double x, double y) implements Part {}

    /// The input.
    record Input(double x, double y) implements Part {}

    /// A layer of neurons, with the name of its function.
    record Layer(Operation operation, String function, double x, double y) implements Part {}

    /// An operation on two values, or the tanh of one, with its sign.
    record Knob(Operation operation, String sign, double x, double y) implements Part {}

    /// A few words.
    record Note(String text, double x, double y) implements Part {}
  }

  static Diagram of(Cell cell) {
    return switch (cell) {
      case LSTM -> lstm();
      case GRU -> gru();
      case RNN -> rnn();
    };
  }

  private static Wire wire(Operation operation, Quantity carries, double... path) {
    return new Wire(operation, carries, false, path);
  }

  private static Wire highway(Operation operation, Quantity carries, double... path) {
    return new Wire(operation, carries, true, path);
  }

  private static Diagram lstm() {
    return new Diagram(
        List.of(
            highway(Operation.CELL, Quantity.C, 0.13, 0.17, 0.235, 0.17),
            highway(Operation.CELL, Quantity.KEPT, 0.235, 0.17, 0.50, 0.17),
            highway(Operation.CELL, Quantity.C, 0.50, 0.17, 0.955, 0.17),
            wire(Operation.CONCATENATE, Quantity.H, 0.10, 0.79, 0.16, 0.79, 0.16, 0.95),
            wire(Operation.CONCATENATE, Quantity.XH, 0.10, 0.95, 0.71, 0.95),
            wire(Operation.FORGET, Quantity.XH, 0.235, 0.95, 0.235, 0.83),
            wire(Operation.INPUT, Quantity.XH, 0.385, 0.95, 0.385, 0.83),
            wire(Operation.CANDIDATE, Quantity.XH, 0.555, 0.95, 0.555, 0.83),
            wire(Operation.OUTPUT, Quantity.XH, 0.71, 0.95, 0.71, 0.83),
            wire(Operation.FORGET, Quantity.F, 0.235, 0.83, 0.235, 0.64),
            wire(Operation.INPUT, Quantity.I, 0.385, 0.83, 0.385, 0.64),
            wire(Operation.CANDIDATE, Quantity.CANDIDATE, 0.555, 0.83, 0.555, 0.64),
            wire(Operation.OUTPUT, Quantity.O, 0.71, 0.83, 0.71, 0.64),
            wire(Operation.CELL, Quantity.F, 0.235, 0.64, 0.235, 0.17),
            wire(Operation.CELL, Quantity.I, 0.385, 0.64, 0.385, 0.47, 0.50, 0.47),
            wire(Operation.CELL, Quantity.CANDIDATE, 0.555, 0.64, 0.555, 0.47, 0.50, 0.47),
            wire(Operation.CELL, Quantity.ADDED, 0.50, 0.47, 0.50, 0.17),
            wire(Operation.HIDDEN, Quantity.C, 0.852, 0.17, 0.852, 0.47),
            wire(Operation.HIDDEN, Quantity.O, 0.71, 0.64, 0.71, 0.47, 0.852, 0.47),
            wire(Operation.HIDDEN, Quantity.H, 0.852, 0.47, 0.852, 0.95, 0.955, 0.95)),
        List.of(
            new Part.Note("kept  f ⊙ c", 0.365, 0.055),
            new Part.Note("new cell state", 0.68, 0.055),
            new Part.Chip(Quantity.C, 1, 0.075, 0.17),
            new Part.Chip(Quantity.H, 1, 0.075, 0.79),
            new Part.Input(0.075, 0.95),
            new Part.Knob(Operation.CELL, "×", 0.235, 0.17),
            new Part.Chip(Quantity.KEPT, 0, 0.365, 0.17),
            new Part.Knob(Operation.CELL, "+", 0.50, 0.17),
            new Part.Chip(Quantity.C, 0, 0.68, 0.17),
            new Part.Chip(Quantity.ADDED, 0, 0.50, 0.31),
            new Part.Knob(Operation.CELL, "×", 0.50, 0.47),
            new Part.Layer(Operation.FORGET, "σ", 0.235, 0.82),
            new Part.Layer(Operation.INPUT, "σ", 0.385, 0.82),
            new Part.Layer(Operation.CANDIDATE, "tanh", 0.555, 0.82),
            new Part.Layer(Operation.OUTPUT, "σ", 0.71, 0.82),
            new Part.Chip(Quantity.F, 0, 0.235, 0.64),
            new Part.Chip(Quantity.I, 0, 0.385, 0.64),
            new Part.Chip(Quantity.CANDIDATE, 0, 0.555, 0.64),
            new Part.Chip(Quantity.O, 0, 0.71, 0.64),
            new Part.Knob(Operation.HIDDEN, "tanh", 0.852, 0.31),
            new Part.Knob(Operation.HIDDEN, "×", 0.852, 0.47),
            new Part.Chip(Quantity.H, 0, 0.852, 0.82)));
  }

  private static Diagram gru() {
    return new Diagram(
        List.of(
            highway(Operation.BLEND, Quantity.H, 0.13, 0.17, 0.415, 0.17),
            highway(Operation.BLEND, Quantity.KEPT, 0.415, 0.17, 0.745, 0.17),
            highway(Operation.BLEND, Quantity.H, 0.745, 0.17, 0.955, 0.17),
            wire(Operation.CONCATENATE, Quantity.H, 0.17, 0.17, 0.17, 0.95),
            wire(Operation.CONCATENATE, Quantity.XH, 0.10, 0.95, 0.415, 0.95),
            wire(Operation.RESET, Quantity.XH, 0.255, 0.95, 0.255, 0.83),
            wire(Operation.UPDATE, Quantity.XH, 0.415, 0.95, 0.415, 0.83),
            wire(Operation.RESET, Quantity.R, 0.255, 0.83, 0.255, 0.64),
            wire(Operation.UPDATE, Quantity.Z, 0.415, 0.83, 0.415, 0.64),
            wire(Operation.RESET_STATE, Quantity.R, 0.255, 0.64, 0.255, 0.45),
            wire(Operation.RESET_STATE, Quantity.H, 0.17, 0.45, 0.255, 0.45),
            wire(
                Operation.RESET_STATE,
                Quantity.RH,
                0.255,
                0.45,
                0.58,
                0.45,
                0.58,
                0.95,
                0.745,
                0.95),
            wire(Operation.NEW, Quantity.XRH, 0.745, 0.95, 0.745, 0.83),
            wire(Operation.NEW, Quantity.N, 0.745, 0.83, 0.745, 0.64),
            wire(Operation.BLEND, Quantity.Z, 0.415, 0.64, 0.415, 0.17),
            wire(Operation.BLEND, Quantity.N, 0.745, 0.64, 0.745, 0.47),
            wire(Operation.BLEND, Quantity.Z, 0.415, 0.29, 0.60, 0.29, 0.60, 0.47, 0.745, 0.47),
            wire(Operation.BLEND, Quantity.ADDED, 0.745, 0.47, 0.745, 0.17)),
        List.of(
            new Part.Note("kept  z ⊙ h", 0.58, 0.055),
            new Part.Note("new state", 0.855, 0.055),
            new Part.Chip(Quantity.H, 1, 0.075, 0.17),
            new Part.Input(0.075, 0.95),
            new Part.Knob(Operation.BLEND, "×", 0.415, 0.17),
            new Part.Chip(Quantity.KEPT, 0, 0.58, 0.17),
            new Part.Knob(Operation.BLEND, "+", 0.745, 0.17),
            new Part.Chip(Quantity.H, 0, 0.855, 0.17),
            new Part.Chip(Quantity.ADDED, 0, 0.745, 0.31),
            new Part.Knob(Operation.BLEND, "×", 0.745, 0.47),
            new Part.Knob(Operation.BLEND, "1−z", 0.60, 0.38),
            new Part.Knob(Operation.RESET_STATE, "×", 0.255, 0.45),
            new Part.Chip(Quantity.RH, 0, 0.58, 0.64),
            new Part.Layer(Operation.RESET, "σ", 0.255, 0.82),
            new Part.Layer(Operation.UPDATE, "σ", 0.415, 0.82),
            new Part.Layer(Operation.NEW, "tanh", 0.745, 0.82),
            new Part.Chip(Quantity.R, 0, 0.255, 0.64),
            new Part.Chip(Quantity.Z, 0, 0.415, 0.64),
            new Part.Chip(Quantity.N, 0, 0.745, 0.64)));
  }

  private static Diagram rnn() {
    return new Diagram(
        List.of(
            wire(Operation.CONCATENATE, Quantity.H, 0.13, 0.35, 0.30, 0.35, 0.30, 0.55),
            wire(Operation.CONCATENATE, Quantity.XH, 0.10, 0.75, 0.30, 0.75, 0.30, 0.55),
            wire(Operation.RECUR, Quantity.XH, 0.30, 0.55, 0.52, 0.55),
            wire(Operation.RECUR, Quantity.H, 0.52, 0.55, 0.955, 0.55)),
        List.of(
            new Part.Note("no gate, no sum: the whole state passes through tanh", 0.52, 0.24),
            new Part.Chip(Quantity.H, 1, 0.075, 0.35),
            new Part.Input(0.075, 0.75),
            new Part.Layer(Operation.RECUR, "tanh", 0.52, 0.55),
            new Part.Chip(Quantity.H, 0, 0.76, 0.55)));
  }
}
