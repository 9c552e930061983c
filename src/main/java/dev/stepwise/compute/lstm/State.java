package dev.stepwise.compute.lstm;

/// What a cell hands on from one time step to the next. The arrays are shared and never written to.
///
/// @param h the hidden state, one number a unit: what the rest of a network sees
/// @param c the cell state, one number a unit; empty for cells that have none
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record State(double[] h, double[] c) {

  /// The hidden state, or the cell state.
  public double[] values(Quantity state) {
    return state == Quantity.C ? c : h;
  }
}
