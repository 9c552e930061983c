package dev.stepwise.compute.lstm;

import dev.stepwise.compute.run.Cancellation;
import java.util.ArrayList;
import java.util.List;

/// The moments of a sequence, each computed from the one before when it is first asked for, then
/// kept: 10 vectors a time step, which [LstmExercise] bounds. Safe for use by several threads; the
/// same time step gives the same moment always.
public final class History {
  private final double[][] x;
  private final RecurrentCell cell;
  private final State start;
  private final LstmMistake mistake;
  private final List<Moment> moments = new ArrayList<>();

  /// Nothing is computed yet.
  ///
  /// @param x T×input
  public History(double[][] x, RecurrentCell cell, State start) {
    this(x, cell, start, LstmMistake.NONE);
  }

  /// The same of a cell that makes a mistake in every time step.
  History(double[][] x, RecurrentCell cell, State start, LstmMistake mistake) {
    this.x = x;
    this.cell = cell;
    this.start = start;
    this.mistake = mistake;
  }

  /// How many time steps there are.
  public int length() {
    return x.length;
  }

  /// What the cell computes in a time step.
  ///
  /// @param t from 0
  /// @throws IndexOutOfBoundsException where there is no such time step
  public synchronized Moment moment(int t) {
    if (t < 0 || t >= x.length) {
      throw new IndexOutOfBoundsException("time step " + t + " of " + x.length);
    }
    while (moments.size() <= t) {
      Cancellation.checkpoint();
      int next = moments.size();
      moments.add(mistake.step(cell, x[next], next == 0 ? start : moments.getLast().state()));
    }
    return moments.get(t);
  }

  /// A quantity at the first so many time steps, one row each; the rows are shared.
  ///
  /// @throws IndexOutOfBoundsException where there are not so many
  public synchronized double[][] values(Quantity quantity, int steps) {
    var values = new double[steps][];
    if (steps > 0) {
      moment(steps - 1);
    }
    for (int t = 0; t < steps; t++) {
      values[t] = moments.get(t).values(quantity);
    }
    return values;
  }

  /// The state that a time step starts from.
  ///
  /// @param t from 0
  public State before(int t) {
    return t == 0 ? start : moment(t - 1).state();
  }
}
