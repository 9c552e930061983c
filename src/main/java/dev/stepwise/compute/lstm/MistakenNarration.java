package dev.stepwise.compute.lstm;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Ref;
import java.util.List;
import java.util.Optional;

/// What the operations say that a mistake touches, and whole time steps with one in them.
final class MistakenNarration {
  private MistakenNarration() {}

  /// What a step says; empty where the words of the right way are true.
  static Optional<Narration> of(LstmFrame frame) {
    var mistake = frame.problem().mistake();
    var touched = mistake.touched(frame.time().cell());
    if (touched.isEmpty()) {
      return Optional.empty();
    }
    return switch (frame.focus()) {
      case Focus.Whole whole -> Optional.of(whole(frame, whole));
      case Focus.Operated operated ->
          operated.at().makes().stream().anyMatch(touched::contains)
              ? Optional.of(operation(frame, operated))
              : Optional.empty();
      case Focus.InUnit _ -> Optional.empty();
    };
  }

  private static Narration whole(LstmFrame frame, Focus.Whole whole) {
    var right = whole.narration(frame);
    var formulas = frame.time().cell() == Cell.RNN ? List.<String>of() : right.formulas();
    return new Narration(
        right.title(),
        right.caption() + " " + frame.problem().mistake().said(),
        formulas,
        right.table());
  }

  private static Narration operation(LstmFrame frame, Focus.Operated operated) {
    var at = operated.at();
    var right = operated.narration(frame);
    boolean sameColumns = at.kind() == Operation.Kind.NEURONS || at.kind() == Operation.Kind.SUM;
    var formulas =
        at.result().isConcatenation()
            ? List.<String>of()
            : new LstmDerivations(frame)
                .of(Ref.of(at.result().variable(), 0))
                .map(Derivation::narration)
                .map(Narration::formulas)
                .orElse(List.of());
    return new Narration(
        right.title(),
        frame.problem().mistake().said(),
        formulas,
        sameColumns ? right.table() : Table.NONE);
  }
}
