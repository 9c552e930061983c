package dev.stepwise.compute.lstm;

import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.Set;

/// The steps inside a time step: one an operation, inside that one a unit, and inside that the
/// unit's arithmetic.
record OperationSteps(TimeStep time) {

  /// One step an operation.
  Run<LstmFrame> all() {
    var operations = time.cell().operations();
    return Run.indexed(operations.size(), k -> operation(operations.get(k)));
  }

  private Step<LstmFrame> operation(Operation operation) {
    var step =
        frame(new Focus.Operated(operation))
            .step(operation.title())
            .meeting(LstmConditions.of(time, operation));
    return operation.kind() == Operation.Kind.CONCATENATION
        ? step
        : step.opening(() -> Run.indexed(time.hidden(), unit -> unit(operation, unit)));
  }

  private Step<LstmFrame> unit(Operation operation, int unit) {
    var parts = Part.of(operation);
    var step =
        frame(new Focus.OfUnit(operation, unit))
            .step("unit " + (unit + 1))
            .meeting(LstmConditions.of(time, operation, unit));
    return parts.isEmpty()
        ? step
        : step.opening(() -> Run.indexed(parts.size(), k -> part(operation, unit, parts.get(k))));
  }

  private Step<LstmFrame> part(Operation operation, int unit, Part part) {
    Set<Condition> conditions =
        part.finishes() ? LstmConditions.of(time, operation, unit) : Set.of();
    var step =
        frame(new Focus.OfPart(operation, unit, part)).step(part.title()).meeting(conditions);
    int terms = part == Part.WEIGHTED_SUM ? time.input(operation.result()).length : 0;
    return terms == 0
        ? step
        : step.opening(() -> Run.indexed(terms, term -> term(operation, unit, term)));
  }

  private Step<LstmFrame> term(Operation operation, int unit, int term) {
    var input = operation.result().layerInput();
    return frame(new Focus.OfTerm(operation, unit, term))
        .step(Signs.element(time.problem(), input, term));
  }

  private LstmFrame frame(Focus focus) {
    return new LstmFrame(time, focus);
  }
}
