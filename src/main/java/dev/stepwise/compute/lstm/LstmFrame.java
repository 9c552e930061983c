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

  /// How many units of a quantity are known in the frame's own time step.
  public int known(Quantity quantity) {
    return Knowledge.units(this, quantity);
  }

  /// Whether a number is known.
  ///
  /// @param t the time step, from 0
  public boolean knows(Quantity quantity, int t, int unit) {
    return t < time.t() || (t == time.t() && unit < known(quantity));
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
