package dev.stepwise.compute.lstm;

import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.derivation.Operation.Difference;
import dev.stepwise.compute.derivation.Operation.Elementwise;
import dev.stepwise.compute.derivation.Operation.Moved;
import dev.stepwise.compute.derivation.Operation.Product;
import dev.stepwise.compute.derivation.Operation.Sum;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import java.util.List;
import java.util.Optional;

/// How the numbers of a unit come to be that a mistake touches, those of [Gating] and the state in
/// [x, h].
///
/// @param unit from 0; below 0 for an element of a concatenation that is an input
record MistakenGating(LstmFrame frame, int unit) {

  /// How a number comes to be; empty where the right way holds, and for neurons, which know it
  /// themselves.
  Optional<Derivation> of(Ref ref, Quantity quantity) {
    if (unit < 0 || !mistake().touched(cell()).contains(quantity)) {
      return Optional.empty();
    }
    return operation(quantity).map(made -> told(ref, quantity, made));
  }

  private Derivation told(Ref ref, Quantity quantity, Operation operation) {
    double value =
        quantity.isConcatenation()
            ? frame.time().moment().values(quantity)[frame.problem().inputs() + unit]
            : frame.time().value(quantity, unit);
    return Derivation.of(ref, value, operation)
        .titled(
            "%s of unit %d: %s"
                .formatted(Phrases.capital(quantity.title()), unit + 1, Figures.text(value)))
        .saying(mistake().said());
  }

  private Optional<Operation> operation(Quantity quantity) {
    return switch (quantity) {
      case XH -> Optional.of(new Moved(Operand.constant(0)));
      case RH, XRH -> Optional.of(new Moved(before(Quantity.H)));
      case KEPT -> Optional.of(keeping());
      case ADDED -> Optional.of(adding());
      case C -> Optional.of(total());
      case TANH_C -> Optional.of(new Moved(at(Quantity.C)));
      case H ->
          switch (cell()) {
            case LSTM -> Optional.of(showing());
            case GRU -> Optional.of(total());
            case RNN -> Optional.empty();
          };
      case F, I, CANDIDATE, O, R, Z, N -> Optional.empty();
    };
  }

  private Operation total() {
    var sum = new Sum(List.of(Operand.of(keeping()), Operand.of(adding())));
    return mistake() == LstmMistake.MEMORY_SQUASHED
        ? new Elementwise(Function.TANH, Operand.of(sum))
        : sum;
  }

  private Operation showing() {
    return mistake() == LstmMistake.NO_TANH
        ? new Product(List.of(at(Quantity.O), at(Quantity.C)))
        : new Elementwise(Function.TANH, at(Quantity.C));
  }

  private Operation keeping() {
    var gate = at(cell().keepGate());
    var share =
        switch (mistake()) {
          case GATES_SWAPPED -> at(Quantity.I);
          case NOTHING_FORGOTTEN -> Operand.count(1);
          case FORGET_MEANS_FORGET, Z_REVERSED -> rest(gate);
          default -> gate;
        };
    return new Product(List.of(share, before(cell().memory())));
  }

  private Operation adding() {
    var gate = at(cell().letGate());
    var share =
        switch (mistake()) {
          case GATES_SWAPPED -> at(Quantity.F);
          case INPUT_GATE_LEFT_OUT -> Operand.count(1);
          case Z_REVERSED -> gate;
          default -> cell().hasCellState() ? gate : rest(gate);
        };
    return new Product(List.of(share, at(cell().candidate())));
  }

  private static Operand rest(Operand gate) {
    return Operand.of(new Difference(Operand.count(1), gate));
  }

  private Operand at(Quantity quantity) {
    return new Operands(frame).at(quantity, unit);
  }

  private Operand before(Quantity state) {
    return new Operands(frame).before(state, unit);
  }

  private LstmMistake mistake() {
    return frame.problem().mistake();
  }

  private Cell cell() {
    return frame.time().cell();
  }
}
