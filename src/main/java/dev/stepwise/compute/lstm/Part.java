package dev.stepwise.compute.lstm;

import dev.stepwise.compute.run.StepKind;
import java.util.List;

/// A part of what makes one unit of an operation.
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

  /// The parts of a unit of an operation, in order.
  static List<Part> of(Operation operation) {
    return switch (operation.kind()) {
      case NEURONS -> List.of(WEIGHTED_SUM, ACTIVATION);
      case SUM -> List.of(KEPT, ADDED, TOTAL);
      case EXPOSURE -> List.of(SQUASHED, EXPOSED);
      case CONCATENATION, RESET -> List.of();
    };
  }

  /// Its name in the bread crumb.
  public String title() {
    return title;
  }

  /// Whether the unit is computed once it is done.
  boolean finishes() {
    return this == ACTIVATION || this == TOTAL || this == EXPOSED;
  }

  /// What its steps have in common.
  StepKind stepKind(Cell cell, Operation operation) {
    var whole = operation.stepKind(cell);
    var result = operation.result();
    var kind = new StepKind("part", whole.anchor(), whole.reads(), List.of());
    return switch (this) {
      case WEIGHTED_SUM -> kind.writes(result.weightedSum());
      case ACTIVATION -> kind.reads(result.weightedSum()).writes(result.element());
      case KEPT ->
          kind.at(cell.word() + "-parts")
              .reads(cell.keepGate().variable(), cell.memory().before())
              .writes(Quantity.KEPT.element());
      case ADDED ->
          kind.at(cell.word() + "-parts")
              .reads(cell.letGate().variable(), cell.candidate().variable())
              .writes(Quantity.ADDED.element());
      case TOTAL ->
          kind.reads(Quantity.KEPT.element(), Quantity.ADDED.element()).writes(result.element());
      case SQUASHED -> kind.reads(Quantity.C.variable()).writes(Quantity.TANH_C.element());
      case EXPOSED ->
          kind.reads(Quantity.O.variable(), Quantity.TANH_C.element()).writes(result.element());
    };
  }
}
