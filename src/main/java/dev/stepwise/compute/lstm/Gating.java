package dev.stepwise.compute.lstm;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.derivation.Operation.Difference;
import dev.stepwise.compute.derivation.Operation.Elementwise;
import dev.stepwise.compute.derivation.Operation.Product;
import dev.stepwise.compute.derivation.Operation.Sum;
import dev.stepwise.compute.run.Ref;
import java.util.List;

/// How the numbers of a unit come to be that gates let through: what is kept, what is added, the
/// new memory, what is shown.
///
/// @param frame the frame
/// @param unit from 0
record Gating(LstmFrame frame, int unit) {
  /// Beyond it the tanh of a cell state says little more than its sign.
  private static final double LARGE_STATE = 2;

  private TimeStep time() {
    return frame.time();
  }

  private Cell cell() {
    return frame.time().cell();
  }

  private double value(Quantity quantity) {
    return time().value(quantity, unit);
  }

  private double memoryBefore() {
    return time().memoryBefore()[unit];
  }

  private String sign(Quantity quantity) {
    return Signs.latex(quantity, time().t(), unit);
  }

  private Operand at(Quantity quantity) {
    return new Operands(frame).at(quantity, unit);
  }

  private Operation keeping() {
    return new Product(
        List.of(at(cell().keepGate()), new Operands(frame).before(cell().memory(), unit)));
  }

  private String keepingSigns() {
    return sign(cell().keepGate()) + "\\," + Signs.before(cell().memory(), time().t(), unit);
  }

  private Operation adding() {
    var gate = at(cell().letGate());
    var lets = cell().hasCellState() ? gate : Operand.of(new Difference(Operand.count(1), gate));
    return new Product(List.of(lets, at(cell().candidate())));
  }

  private String addingSigns() {
    var gate = sign(cell().letGate());
    var lets = cell().hasCellState() ? gate : "(1-" + gate + ")";
    return lets + "\\," + sign(cell().candidate());
  }

  /// How much of the candidate comes in.
  private double letIn() {
    double gate = value(cell().letGate());
    return cell().hasCellState() ? gate : 1 - gate;
  }

  Derivation kept(Ref ref) {
    var gate = cell().keepGate();
    var memory = cell().memory();
    double before = memoryBefore();
    double kept = value(Quantity.KEPT);
    return Derivation.of(ref, kept, keeping())
        .titled("Kept part of unit %d: %s".formatted(unit + 1, Figures.text(kept)))
        .saying(
            before == 0
                ? "The old %s is 0: there is nothing to keep.".formatted(memory.title())
                : "The %s keeps %s of the old %s %s."
                    .formatted(
                        gate.title(),
                        Signs.percent(value(gate)),
                        memory.title(),
                        Figures.text(before)))
        .symbols(keepingSigns());
  }

  Derivation added(Ref ref) {
    double would = value(cell().candidate());
    double added = value(Quantity.ADDED);
    return Derivation.of(ref, added, adding())
        .titled("Added part of unit %d: %s".formatted(unit + 1, Figures.text(added)))
        .saying(
            would == 0
                ? "The candidate is 0: there is nothing to add."
                : "The %s lets in %s of the candidate %s."
                    .formatted(
                        cell().letGate().title(), Signs.percent(letIn()), Figures.text(would)))
        .symbols(addingSigns());
  }

  /// The new memory of the unit: its kept part plus its added part.
  Derivation total(Ref ref) {
    var memory = cell().memory();
    double total = value(memory);
    var sum = new Sum(List.of(Operand.of(keeping()), Operand.of(adding())));
    return Derivation.of(ref, total, sum)
        .titled(
            "Unit %d %s: %s is %s"
                .formatted(
                    unit + 1, time().change(unit).verb(), memory.symbol(), Figures.text(total)))
        .saying(
            "%s of the old %s stays, %s of the candidate %s comes in. %s"
                .formatted(
                    Signs.percent(value(cell().keepGate())),
                    Figures.text(memoryBefore()),
                    Signs.percent(letIn()),
                    Figures.text(value(cell().candidate())),
                    moved()))
        .symbols("%s=%s+%s".formatted(sign(memory), keepingSigns(), addingSigns()))
        .then(
            Formula.of("\\text{kept}+\\text{added}")
                .is(Term.sum(Term.number(value(Quantity.KEPT)), Term.number(value(Quantity.ADDED))))
                .gives(total));
  }

  private String moved() {
    var memory = cell().memory();
    double moved = value(memory) - memoryBefore();
    if (moved == 0) {
      return "So %s does not move.".formatted(memory.symbol());
    }
    return "So %s %s by %s%s."
        .formatted(
            memory.symbol(),
            moved > 0 ? "rises" : "falls",
            Figures.text(Math.abs(moved)),
            time().turns(unit) ? " and changes its sign" : "");
  }

  private Operation squashing() {
    return new Elementwise(Function.TANH, at(Quantity.C));
  }

  Derivation squashed(Ref ref) {
    double c = value(Quantity.C);
    double squashed = value(Quantity.TANH_C);
    return Derivation.of(ref, squashed, squashing())
        .titled("tanh of c, unit %d: %s".formatted(unit + 1, Figures.text(squashed)))
        .saying(
            (Math.abs(c) > LARGE_STATE
                    ? "c is %s, and tanh presses it to %s: of a large c the hidden state shows the"
                        + " sign and little more."
                    : "tanh of the cell state %s is %s: whatever c grows to, this stays between −1"
                        + " and 1.")
                .formatted(Figures.text(c), Figures.text(squashed)))
        .symbols("\\tanh(%s)".formatted(sign(Quantity.C)));
  }

  /// The hidden state of an LSTM's unit.
  Derivation exposed(Ref ref) {
    double o = value(Quantity.O);
    double c = value(Quantity.C);
    double h = value(Quantity.H);
    var product = new Product(List.of(at(Quantity.O), Operand.worked(squashing())));
    return Derivation.of(ref, h, product)
        .titled("Unit %d shows h = %s".formatted(unit + 1, Figures.text(h)))
        .saying(
            c == 0
                ? "The cell state is 0: there is nothing to show."
                : "The cell state is %s; the output gate shows %s of its tanh %s.%s"
                    .formatted(
                        Figures.text(c),
                        Signs.percent(o),
                        Figures.text(value(Quantity.TANH_C)),
                        o < Saturation.SHUT
                            ? " It is shut: what the unit holds is hardly shown."
                            : ""))
        .symbols(
            "%s=%s\\,\\tanh(%s)".formatted(sign(Quantity.H), sign(Quantity.O), sign(Quantity.C)));
  }

  /// The hidden state before, as the GRU's reset gate lets it through.
  Derivation reset(Ref ref) {
    double before = time().before().h()[unit];
    double seen = value(Quantity.RH);
    var product =
        new Product(List.of(at(Quantity.R), new Operands(frame).before(Quantity.H, unit)));
    return Derivation.of(ref, seen, product)
        .titled("Reset state of unit %d: %s".formatted(unit + 1, Figures.text(seen)))
        .saying(
            before == 0
                ? "The state is 0: there is nothing for the candidate to see of it."
                : "The reset gate lets the candidate see %s of the state %s."
                    .formatted(Signs.percent(value(Quantity.R)), Figures.text(before)))
        .symbols(sign(Quantity.R) + "\\," + Signs.before(Quantity.H, time().t(), unit));
  }
}
