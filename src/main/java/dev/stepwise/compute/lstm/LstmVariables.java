package dev.stepwise.compute.lstm;

import dev.stepwise.compute.lstm.LstmFrame.Focus;
import dev.stepwise.compute.run.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The variables of the listing at a step.
final class LstmVariables {
  private LstmVariables() {}

  static SequencedMap<String, Value> of(LstmFrame frame) {
    var variables = new LinkedHashMap<String, Value>();
    var time = frame.time();
    var before = time.before();
    variables.put("x", new Value.Vector(time.x()));
    variables.put("h", new Value.Vector(before.h()));
    if (time.cell().hasCellState()) {
      variables.put("c", new Value.Vector(before.c()));
    }
    operation(frame)
        .filter(operation -> operation.kind() == Operation.Kind.NEURONS)
        .ifPresent(operation -> putLayer(variables, time, operation.result()));
    for (var quantity : order(time.cell())) {
      int known = frame.known(quantity);
      if (known == time.hidden() || (known > 0 && isConcatenation(quantity))) {
        variables.put(quantity.variable(), new Value.Vector(time.moment().values(quantity)));
      }
    }
    putUnit(variables, frame);
    return variables;
  }

  private static void putLayer(
      SequencedMap<String, Value> variables, TimeStep time, Quantity quantity) {
    var layer = time.problem().weights().layer(quantity);
    variables.put(quantity.weights(), new Value.Matrix(layer.weights()));
    variables.put(quantity.bias(), new Value.Vector(layer.bias()));
  }

  /// The quantities that have a name in the listing, in the order in which they come to be.
  private static List<Quantity> order(Cell cell) {
    return switch (cell) {
      case LSTM ->
          List.of(
              Quantity.XH,
              Quantity.F,
              Quantity.I,
              Quantity.CANDIDATE,
              Quantity.O,
              Quantity.KEPT,
              Quantity.ADDED,
              Quantity.C,
              Quantity.H);
      case GRU ->
          List.of(
              Quantity.XH,
              Quantity.R,
              Quantity.Z,
              Quantity.XRH,
              Quantity.N,
              Quantity.KEPT,
              Quantity.ADDED,
              Quantity.H);
      case RNN -> List.of(Quantity.XH, Quantity.H);
    };
  }

  /// The names that a whole time step writes.
  static List<String> written(Cell cell) {
    return order(cell).stream().map(Quantity::variable).toList();
  }

  private static boolean isConcatenation(Quantity quantity) {
    return quantity == Quantity.XH || quantity == Quantity.XRH;
  }

  private static Optional<Operation> operation(LstmFrame frame) {
    return switch (frame.focus()) {
      case Focus.Whole _ -> Optional.empty();
      case Focus.Operated(var operation) -> Optional.of(operation);
      case Focus.OfUnit(var operation, _) -> Optional.of(operation);
      case Focus.OfPart(var operation, _, _) -> Optional.of(operation);
      case Focus.OfTerm(var operation, _, _) -> Optional.of(operation);
    };
  }

  /// The unit under the lens: its index as the listing counts, and what is known of it.
  private static void putUnit(SequencedMap<String, Value> variables, LstmFrame frame) {
    switch (frame.focus()) {
      case Focus.Whole _, Focus.Operated _ -> {}
      case Focus.OfUnit(var operation, int unit) -> put(variables, frame, operation, unit);
      case Focus.OfPart(var operation, int unit, _) -> put(variables, frame, operation, unit);
      case Focus.OfTerm(var operation, int unit, int term) -> {
        variables.put("j", new Value.Whole(unit));
        var quantity = operation.result();
        double[] weights = frame.problem().weights().layer(quantity).weights()[unit];
        double[] input = frame.time().input(quantity);
        var products = new double[term + 1];
        Arrays.setAll(products, k -> weights[k] * input[k]);
        variables.put(productsName(quantity), new Value.Vector(products));
      }
    }
  }

  private static void put(
      SequencedMap<String, Value> variables, LstmFrame frame, Operation operation, int unit) {
    variables.put("j", new Value.Whole(unit));
    var time = frame.time();
    var result = operation.result();
    if (operation.kind() == Operation.Kind.NEURONS) {
      variables.put(sumName(result), new Value.Scalar(time.sum(result, unit)));
    }
    for (var quantity : List.of(Quantity.KEPT, Quantity.ADDED, Quantity.TANH_C)) {
      boolean part =
          quantity == Quantity.TANH_C
              ? operation.kind() == Operation.Kind.EXPOSURE
              : operation.kind() == Operation.Kind.SUM;
      if (part && frame.known(quantity) > unit) {
        variables.put(element(quantity), new Value.Scalar(time.value(quantity, unit)));
      }
    }
    if (frame.known(result) > unit) {
      variables.put(element(result), new Value.Scalar(time.value(result, unit)));
    }
  }

  /// The name of one element of a quantity in the listing.
  static String element(Quantity quantity) {
    return switch (quantity) {
      case TANH_C -> "np.tanh(c)[j]";
      case RH -> "(r * h)[j]";
      default -> quantity.variable() + "[j]";
    };
  }

  /// The name of a weighted sum in the listing.
  static String sumName(Quantity layer) {
    return "(%s @ %s + %s)[j]"
        .formatted(layer.weights(), TimeStep.inputQuantity(layer).variable(), layer.bias());
  }

  /// The name of the products of a weighted sum, as the listing would write them.
  static String productsName(Quantity layer) {
    return "%s[j] * %s".formatted(layer.weights(), TimeStep.inputQuantity(layer).variable());
  }
}
