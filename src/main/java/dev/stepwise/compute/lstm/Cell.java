package dev.stepwise.compute.lstm;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The kinds of recurrent cells.
public enum Cell {
  /// Long short-term memory: three gates, and a cell state beside the hidden state.
  LSTM(
      "lstm",
      "LSTM",
      Operation.CONCATENATE,
      Operation.FORGET,
      Operation.INPUT,
      Operation.CANDIDATE,
      Operation.OUTPUT,
      Operation.CELL,
      Operation.HIDDEN),

  /// Gated recurrent unit: two gates and no cell state.
  GRU(
      "gru",
      "GRU",
      Operation.CONCATENATE,
      Operation.RESET,
      Operation.UPDATE,
      Operation.RESET_STATE,
      Operation.NEW,
      Operation.BLEND),

  /// The plain recurrent cell: no gate at all.
  RNN("rnn", "RNN", Operation.CONCATENATE, Operation.RECUR);

  private final String word;
  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // an immutable list
  private final List<Operation> operations;

  Cell(String word, String title, Operation... operations) {
    this.word = word;
    this.title = title;
    this.operations = List.of(operations);
  }

  /// Its word in a scenario.
  public String word() {
    return word;
  }

  /// Its name for people.
  public String title() {
    return title;
  }

  /// What it computes in a time step, in this order.
  public List<Operation> operations() {
    return operations;
  }

  /// What the operations compute, in their order; without [x, h] and without the parts of a sum.
  public List<Quantity> quantities() {
    return operations.stream()
        .filter(operation -> operation.kind() != Operation.Kind.CONCATENATION)
        .map(Operation::result)
        .toList();
  }

  /// Its gates, those that end between 0 and 1.
  public List<Quantity> gates() {
    return quantities().stream().filter(Quantity::isGate).toList();
  }

  /// The quantities that have weights of their own.
  public List<Quantity> layers() {
    return operations.stream()
        .filter(operation -> operation.kind() == Operation.Kind.NEURONS)
        .map(Operation::result)
        .toList();
  }

  /// The operation that computes a quantity; empty for one that this cell does not have.
  public Optional<Operation> maker(Quantity quantity) {
    return operations.stream().filter(each -> each.makes().contains(quantity)).findFirst();
  }

  /// What has a name of its own in the listing, in the order in which it comes to be.
  Stream<Quantity> variables() {
    return operations.stream().flatMap(each -> each.makes().stream()).filter(Quantity::isVariable);
  }

  /// What it hands on: the hidden state, and the cell state where there is one.
  Stream<Quantity> states() {
    return hasCellState() ? Stream.of(Quantity.H, Quantity.C) : Stream.of(Quantity.H);
  }

  /// Whether there is a cell state c beside the hidden state h.
  public boolean hasCellState() {
    return this == LSTM;
  }

  /// Whether its new state is a kept part plus an added part.
  public boolean keepsAndAdds() {
    return this != RNN;
  }

  /// What carries its memory: the cell state where there is one, else the hidden state.
  public Quantity memory() {
    return hasCellState() ? Quantity.C : Quantity.H;
  }

  /// The gate that says how much of the memory is kept; for the RNN its hidden state, which has no
  /// such gate.
  public Quantity keepGate() {
    return switch (this) {
      case LSTM -> Quantity.F;
      case GRU -> Quantity.Z;
      case RNN -> Quantity.H;
    };
  }

  /// The gate that says how much of the candidate comes in; what the GRU's keeps stays out. Only of
  /// cells that keep and add.
  Quantity letGate() {
    return hasCellState() ? Quantity.I : Quantity.Z;
  }

  /// What would come in. Only of cells that keep and add.
  Quantity candidate() {
    return hasCellState() ? Quantity.CANDIDATE : Quantity.N;
  }
}
