package dev.stepwise.compute.lstm;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.run.Ref;
import java.util.Optional;
import java.util.stream.Stream;

/// How each number of a frame came to be.
///
/// @param frame the frame
record LstmDerivations(LstmFrame frame) {

  /// How the number at an address came to be; empty where none stands there, or where there is
  /// nothing to tell.
  Optional<Derivation> of(Ref ref) {
    if (ref.in(frame.variables()).isEmpty() && !isKnownExpression(ref)) {
      return Optional.empty();
    }
    var cell = frame.time().cell();
    var name = ref.variable();
    if (name.equals("x")) {
      return Optional.of(new Handed(frame).input(ref));
    }
    for (var state : cell.states().toList()) {
      if (name.equals(state.before())) {
        return Optional.of(new Handed(frame).before(ref, state));
      }
    }
    for (var layer : cell.layers()) {
      var found = ofLayer(ref, layer);
      if (found.isPresent()) {
        return found;
      }
    }
    return cell.operations().stream()
        .flatMap(operation -> operation.makes().stream())
        .filter(quantity -> quantity.names(ref))
        .findFirst()
        .map(quantity -> of(ref, quantity, ref.indices().isEmpty() ? lens() : ref.index(0)));
  }

  /// Whether it is a number of a vector that the listing makes without naming it.
  private boolean isKnownExpression(Ref ref) {
    return ref.indices().size() == 1
        && Stream.of(Quantity.TANH_C, Quantity.RH)
            .filter(quantity -> ref.variable().equals(quantity.variable()))
            .anyMatch(quantity -> frame.knows(quantity, frame.time().t(), ref.index(0)));
  }

  private Optional<Derivation> ofLayer(Ref ref, Quantity layer) {
    var name = ref.variable();
    if (name.equals(layer.weightedSum())) {
      var sum = new Neuron(frame, layer, lens()).weightedSum();
      boolean biased = frame.problem().mistake() != LstmMistake.NO_BIASES;
      return Optional.of(biased ? sum : sum.saying(frame.problem().mistake().said()));
    }
    if (name.equals(layer.products())) {
      return Optional.of(new Neuron(frame, layer, lens()).product(ref.index(0)));
    }
    return name.equals(layer.weights()) || name.equals(layer.bias())
        ? Optional.of(new Handed(frame).weight(ref, layer))
        : Optional.empty();
  }

  /// The unit under the lens.
  private int lens() {
    return frame.focus().unit().orElseThrow();
  }

  /// How one number of a quantity came to be.
  ///
  /// @param ref its address
  /// @param element the unit, from 0; of a concatenation the element
  private Derivation of(Ref ref, Quantity quantity, int element) {
    int of = quantity.isConcatenation() ? element - frame.problem().inputs() : element;
    return new MistakenGating(frame, of)
        .of(ref, quantity)
        .orElseGet(() -> {
          var right = rightly(ref, quantity, element);
          var mistake = frame.problem().mistake();
          return mistake.touched(frame.time().cell()).contains(quantity) && of >= 0
              ? right.saying(mistake.said())
              : right;
        });
  }

  private Derivation rightly(Ref ref, Quantity quantity, int element) {
    int unit = element - frame.problem().inputs();
    return switch (quantity) {
      case XH, XRH ->
          unit < 0 || quantity == Quantity.XH
              ? new Handed(frame).concatenated(ref, element)
              : new Gating(frame, unit).reset(ref);
      case F, I, CANDIDATE, O, R, Z, N -> new Neuron(frame, quantity, element).activation(ref);
      case KEPT -> new Gating(frame, element).kept(ref);
      case ADDED -> new Gating(frame, element).added(ref);
      case C -> new Gating(frame, element).total(ref);
      case TANH_C -> new Gating(frame, element).squashed(ref);
      case RH -> new Gating(frame, element).reset(ref);
      case H ->
          switch (frame.time().cell()) {
            case LSTM -> new Gating(frame, element).exposed(ref);
            case GRU -> new Gating(frame, element).total(ref);
            case RNN -> new Neuron(frame, quantity, element).activation(ref);
          };
    };
  }
}
