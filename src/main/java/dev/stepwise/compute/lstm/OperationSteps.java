package dev.stepwise.compute.lstm;

import dev.stepwise.compute.lstm.LstmFrame.Focus;
import dev.stepwise.compute.lstm.LstmFrame.Part;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The steps inside a time step: one an operation, inside that one a unit, and inside that the
/// unit's arithmetic.
record OperationSteps(TimeStep time) {

  Step<LstmFrame> operation(Operation operation) {
    boolean opens = operation.kind() != Operation.Kind.CONCATENATION;
    return new Step<>(
        operation.phase(),
        operation.title(),
        OperationNarration.of(time, operation),
        Line.of(time.cell(), operation),
        reads(operation),
        List.of(written(operation)),
        LstmConditions.of(time, operation),
        frame(new Focus.Operated(operation)),
        opens ? () -> Run.indexed(time.hidden(), unit -> unit(operation, unit)) : null);
  }

  private Step<LstmFrame> unit(Operation operation, int unit) {
    var parts = parts(operation);
    Supplier<Run<LstmFrame>> inside =
        () -> Run.indexed(parts.size(), k -> part(operation, unit, parts.get(k)));
    return new Step<>(
        "unit",
        "unit " + (unit + 1),
        Arithmetic.of(time, operation.result(), unit),
        Line.of(time.cell(), operation),
        reads(operation),
        List.of(LstmVariables.element(operation.result())),
        LstmConditions.of(time, operation, unit),
        frame(new Focus.OfUnit(operation, unit)),
        parts.isEmpty() ? null : inside);
  }

  private static List<Part> parts(Operation operation) {
    return switch (operation.kind()) {
      case NEURONS -> List.of(Part.WEIGHTED_SUM, Part.ACTIVATION);
      case SUM -> List.of(Part.KEPT, Part.ADDED, Part.TOTAL);
      case EXPOSURE -> List.of(Part.SQUASHED, Part.EXPOSED);
      case CONCATENATION, RESET -> List.of();
    };
  }

  private Step<LstmFrame> part(Operation operation, int unit, Part part) {
    var result = operation.result();
    return switch (part) {
      case WEIGHTED_SUM ->
          part(
              operation,
              unit,
              part,
              Arithmetic.neuron(time, result, unit).weightedSum(),
              reads(operation),
              LstmVariables.sumName(result),
              () -> Run.indexed(time.input(result).length, term -> term(operation, unit, term)));
      case ACTIVATION ->
          part(
              operation,
              unit,
              part,
              Arithmetic.neuron(time, result, unit).activation(),
              List.of(LstmVariables.sumName(result)),
              LstmVariables.element(result),
              null);
      case KEPT ->
          part(
              operation,
              unit,
              part,
              Arithmetic.kept(time, unit),
              List.of(time.cell().keepGate().variable(), time.cell().memory().variable()),
              LstmVariables.element(Quantity.KEPT),
              null);
      case ADDED ->
          part(
              operation,
              unit,
              part,
              Arithmetic.added(time, unit),
              time.cell().hasCellState() ? List.of("i", "c_candidate") : List.of("z", "n"),
              LstmVariables.element(Quantity.ADDED),
              null);
      case TOTAL ->
          part(
              operation,
              unit,
              part,
              Arithmetic.total(time, unit),
              List.of(LstmVariables.element(Quantity.KEPT), LstmVariables.element(Quantity.ADDED)),
              LstmVariables.element(result),
              null);
      case SQUASHED ->
          part(
              operation,
              unit,
              part,
              Arithmetic.squashed(time, unit),
              List.of("c"),
              LstmVariables.element(Quantity.TANH_C),
              null);
      case EXPOSED ->
          part(
              operation,
              unit,
              part,
              Arithmetic.exposed(time, unit),
              List.of("o", LstmVariables.element(Quantity.TANH_C)),
              LstmVariables.element(Quantity.H),
              null);
    };
  }

  private Step<LstmFrame> part(
      Operation operation,
      int unit,
      Part part,
      Narration narration,
      List<String> reads,
      String writes,
      @Nullable Supplier<Run<LstmFrame>> inside) {
    boolean finishes = part == Part.ACTIVATION || part == Part.TOTAL || part == Part.EXPOSED;
    boolean ofParts = part == Part.KEPT || part == Part.ADDED;
    return new Step<>(
        "part",
        part.title(),
        narration,
        ofParts ? Line.parts(time.cell()) : Line.of(time.cell(), operation),
        reads,
        List.of(writes),
        finishes ? LstmConditions.of(time, operation, unit) : Set.of(),
        frame(new Focus.OfPart(operation, unit, part)),
        inside);
  }

  private Step<LstmFrame> term(Operation operation, int unit, int term) {
    var result = operation.result();
    return new Step<>(
        "term",
        Signs.element(time.problem(), TimeStep.inputQuantity(result), term),
        Arithmetic.neuron(time, result, unit).term(term),
        Line.of(time.cell(), operation),
        List.of(result.weights(), TimeStep.inputQuantity(result).variable()),
        List.of(LstmVariables.productsName(result)),
        Set.of(),
        frame(new Focus.OfTerm(operation, unit, term)),
        null);
  }

  private LstmFrame frame(Focus focus) {
    return new LstmFrame(time, focus);
  }

  private static String written(Operation operation) {
    return operation == Operation.RESET_STATE ? "xrh" : operation.result().variable();
  }

  private List<String> reads(Operation operation) {
    var result = operation.result();
    return switch (operation.kind()) {
      case CONCATENATION -> List.of("x", "h");
      case NEURONS ->
          List.of(result.weights(), result.bias(), TimeStep.inputQuantity(result).variable());
      case SUM -> List.of("kept", "added");
      case EXPOSURE -> List.of("o", "c");
      case RESET -> List.of("x", "r", "h");
    };
  }
}
