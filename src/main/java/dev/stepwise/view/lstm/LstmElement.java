package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.draw.Element;

/// What can be asked about on the stage of the LSTM cell. Indices count from 0.
public sealed interface LstmElement extends Element {
  /// One number of a quantity.
  ///
  /// @param t its time step; −1 for the state before the first one
  record OfValue(Quantity quantity, int t, int unit) implements LstmElement {}

  /// One number of the input.
  record OfInput(int t, int feature) implements LstmElement {}

  /// A time step, to go to.
  record OfTime(int t) implements LstmElement {}

  /// A unit, to be pinned.
  record OfUnit(int unit) implements LstmElement {}
}
