package dev.stepwise.compute.lstm;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Value;
import java.util.SequencedMap;

/// What is shown at a step: a time step, and how far into it the step has come. Time steps before
/// it are complete; after it nothing is known.
///
/// @param time the time step
/// @param focus what the step looks at
public record LstmFrame(TimeStep time, Focus focus) implements Frame {

  /// What a step looks at. Units count from 0.
  public sealed interface Focus {
    /// The whole time step.
    record Whole() implements Focus {}

    /// One of its operations, all units.
    record Operated(Operation operation) implements Focus {}

    /// One unit of an operation.
    record OfUnit(Operation operation, int unit) implements Focus {}

    /// A part of what makes one unit of an operation.
    record OfPart(Operation operation, int unit, Part part) implements Focus {}

    /// One product of a weighted sum.
    ///
    /// @param term which element of the layer's input, from 0
    record OfTerm(Operation operation, int unit, int term) implements Focus {}
  }

  /// A part of what makes one unit.
  public enum Part {
    /// W·v + b.
    WEIGHTED_SUM("weighted sum"),
    /// σ or tanh of the weighted sum.
    ACTIVATION("activation"),
    /// The kept part.
    KEPT("kept part"),
    /// The added part.
    ADDED("added part"),
    /// Their sum.
    TOTAL("sum"),
    /// tanh(c).
    SQUASHED("tanh of c"),
    /// o · tanh(c).
    EXPOSED("product");

    private final String title;

    Part(String title) {
      this.title = title;
    }

    /// Its name in the bread crumb.
    public String title() {
      return title;
    }
  }

  /// The problem.
  public LstmProblem problem() {
    return time.problem();
  }

  /// How many units of a quantity are known in the frame's own time step; none of a quantity that
  /// its cell does not have.
  public int known(Quantity quantity) {
    return Knowledge.units(this, quantity);
  }

  /// Whether there is such a number and it is known.
  ///
  /// @param t the time step, from 0
  /// @param unit from 0; of a concatenation the element
  public boolean knows(Quantity quantity, int t, int unit) {
    var cell = time.cell();
    if (t < 0 || unit < 0 || unit >= size(quantity) || cell.maker(quantity).isEmpty()) {
      return false;
    }
    return t < time.t() || (t == time.t() && (unit < known(quantity) || isWhole(quantity)));
  }

  private boolean isWhole(Quantity quantity) {
    return isConcatenation(quantity) && known(quantity) > 0;
  }

  private int size(Quantity quantity) {
    return isConcatenation(quantity) ? problem().inputs() + problem().hidden() : problem().hidden();
  }

  private static boolean isConcatenation(Quantity quantity) {
    return quantity == Quantity.XH || quantity == Quantity.XRH;
  }

  /// Whether there is such a number of the input, and its time step has come.
  ///
  /// @param t the time step, from 0
  public boolean hasInput(int t, int feature) {
    return t >= 0 && t <= time.t() && feature >= 0 && feature < problem().inputs();
  }

  /// Whether the state before the first time step holds such a number: h, and the LSTM's c.
  public boolean startsWith(Quantity quantity, int unit) {
    return unit >= 0
        && unit < problem().hidden()
        && (quantity == Quantity.H || (quantity == Quantity.C && time.cell().hasCellState()));
  }

  /// Whether another frame is of the same run: what one knows of the other's numbers then holds.
  public boolean isOfRun(LstmFrame other) {
    return problem().equals(other.problem());
  }

  /// The number of time steps of which a unit of a quantity is known.
  public int knownSteps(Quantity quantity, int unit) {
    return unit < known(quantity) ? time.t() + 1 : time.t();
  }

  @Override
  public SequencedMap<String, Value> variables() {
    return LstmVariables.of(this);
  }
}
