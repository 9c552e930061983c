package dev.stepwise.compute.lstm;

import dev.stepwise.compute.derivation.Operand;
import java.util.List;

/// The numbers of a time step as operands: each at its address where the frame has it.
///
/// @param frame the frame
record Operands(LstmFrame frame) {

  /// One number of a quantity.
  Operand at(Quantity quantity, int unit) {
    double value = frame.time().value(quantity, unit);
    if (quantity.isVariable() && frame.isKnown(quantity)) {
      return Operand.at(value, quantity.variable(), unit);
    }
    boolean underTheLens = frame.focus().unit().orElse(-1) == unit && frame.known(quantity) > unit;
    return underTheLens ? Operand.at(value, quantity.element()) : Operand.constant(value);
  }

  /// One number of a state before the time step.
  Operand before(Quantity state, int unit) {
    return Operand.at(frame.time().before().values(state)[unit], state.before(), unit);
  }

  /// What a layer's weights act on.
  List<Operand> input(Quantity layer) {
    return Operand.vector(layer.layerInput().variable(), frame.time().input(layer));
  }

  /// The weights of a unit of a layer.
  List<Operand> weights(Quantity layer, int unit) {
    double[][] weights = layer(layer).weights();
    return frame.isComputing(layer)
        ? Operand.row(layer.weights(), weights, unit)
        : Operand.list(weights[unit].length, k -> Operand.constant(weights[unit][k]));
  }

  /// The bias of a unit of a layer.
  Operand bias(Quantity layer, int unit) {
    double bias = frame.problem().mistake().bias(layer(layer), unit);
    boolean there = frame.isComputing(layer) && bias == layer(layer).bias()[unit];
    return there ? Operand.at(bias, layer.bias(), unit) : Operand.constant(bias);
  }

  private Layer layer(Quantity layer) {
    return frame.problem().recurrentCell().layer(layer);
  }
}
