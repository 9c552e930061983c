package dev.stepwise.compute.lstm;

import java.util.stream.IntStream;

/// A time step of a sequence, with what came before it.
///
/// @param t from 0
public record TimeStep(LstmProblem problem, History history, int t) {

  /// What happened to a unit's memory.
  public enum Change {
    /// The gate is open and the kept part is the larger: the memory stays.
    KEEPS("keeps"),
    /// The gate is open, yet the added part is the larger: it grows or turns.
    ADDS("adds"),
    /// The gate is shut and the added part is the larger: something new stands there.
    OVERWRITES("overwrites"),
    /// The gate is shut and little is added: it fades.
    FADES("fades");

    private final String verb;

    Change(String verb) {
      this.verb = verb;
    }

    /// What the unit does: `keeps`.
    public String verb() {
      return verb;
    }
  }

  private static final double HALF = 0.5;

  /// Which kind of cell.
  public Cell cell() {
    return problem.cell();
  }

  /// How many units.
  public int hidden() {
    return problem.hidden();
  }

  /// The input.
  public double[] x() {
    return problem.x()[t];
  }

  /// The state that it starts from.
  public State before() {
    return history.before(t);
  }

  /// The memory that it starts from: c where there is one, else h.
  public double[] memoryBefore() {
    return cell().hasCellState() ? before().c() : before().h();
  }

  /// Everything that it computes.
  public Moment moment() {
    return history.moment(t);
  }

  /// One number of a quantity.
  public double value(Quantity quantity, int unit) {
    return moment().values(quantity)[unit];
  }

  /// The vector that a layer's weights act on.
  public double[] input(Quantity layer) {
    return moment().values(inputQuantity(layer));
  }

  /// [x, h], but [x, r ⊙ h] for the GRU's candidate.
  public static Quantity inputQuantity(Quantity layer) {
    return layer == Quantity.N ? Quantity.XRH : Quantity.XH;
  }

  /// The weighted sum behind a neuron: W·v + b.
  public double sum(Quantity layer, int unit) {
    return problem.weights().layer(layer).sum(unit, input(layer));
  }

  /// What happened to a unit's memory. Only of cells that keep and add.
  public Change change(int unit) {
    double gate = value(cell().keepGate(), unit);
    boolean addedMore =
        Math.abs(value(Quantity.ADDED, unit)) > Math.abs(value(Quantity.KEPT, unit));
    if (gate >= HALF) {
      return addedMore ? Change.ADDS : Change.KEEPS;
    }
    return addedMore ? Change.OVERWRITES : Change.FADES;
  }

  /// How many units changed so.
  public int count(Change change) {
    return (int) IntStream.range(0, hidden()).filter(unit -> change(unit) == change).count();
  }

  /// The time step before.
  ///
  /// @throws IndexOutOfBoundsException when asked of the first one and used
  public TimeStep previous() {
    return new TimeStep(problem, history, t - 1);
  }

  /// What the time step is called: its number from 1, with its letter where it has one.
  public String name() {
    var labels = problem.labels();
    return labels.isEmpty() ? Integer.toString(t + 1) : (t + 1) + " ‘" + labels.get(t) + "’";
  }
}
