package dev.stepwise.compute.lstm;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.run.Narration;
import java.util.List;

/// Why a number of a time step is what it is: the arithmetic behind one unit of any quantity, with
/// the values in it.
public final class Arithmetic {
  /// Beyond it the tanh of a cell state says little more than its sign.
  private static final double LARGE_STATE = 2;

  private Arithmetic() {}

  /// The arithmetic of one number.
  ///
  /// @param element the unit, from 0; in a concatenation the element
  public static Narration of(TimeStep time, Quantity quantity, int element) {
    return switch (quantity) {
      case XH, XRH -> concatenated(time, quantity, element);
      case F, I, CANDIDATE, O, R, Z, N -> neuron(time, quantity, element).whole();
      case KEPT -> kept(time, element);
      case ADDED -> added(time, element);
      case C -> total(time, element);
      case TANH_C -> squashed(time, element);
      case RH -> reset(time, element);
      case H ->
          switch (time.cell()) {
            case LSTM -> exposed(time, element);
            case GRU -> total(time, element);
            case RNN -> neuron(time, quantity, element).whole();
          };
    };
  }

  /// One neuron.
  static NeuronNarration neuron(TimeStep time, Quantity quantity, int unit) {
    return new NeuronNarration(time, quantity, unit);
  }

  /// A number of the state before the first time step.
  public static Narration start(LstmProblem problem, Quantity quantity, int unit) {
    double value = quantity == Quantity.C ? problem.start().c()[unit] : problem.start().h()[unit];
    boolean stated = problem.stated().inputs().containsKey(quantity.variable() + "_0");
    return new Narration(
        "%s of unit %d at the start: %s"
            .formatted(Signs.capital(quantity.title()), unit + 1, Figures.text(value)),
        stated
            ? "It was given as %s_0.".formatted(quantity.variable())
            : "Before the first time step nothing has been seen, so the state is 0.",
        List.of(
            Formula.of("%s_{0}^{(%d)}".formatted(quantity.latex(), unit + 1))
                .gives(value)
                .latex()));
  }

  /// A number of the input.
  public static Narration input(TimeStep time, int feature) {
    double value = time.x()[feature];
    var name = time.problem().features().get(feature);
    boolean letter = !time.problem().labels().isEmpty();
    return new Narration(
        "Input %s at time step %d: %s".formatted(name, time.t() + 1, Figures.text(value)),
        letter
            ? "The letter is ‘%s’: its own column is 1 and all others are 0."
                .formatted(time.problem().labels().get(time.t()))
            : "It comes from outside: row %d of X, column %d."
                .formatted(time.t() + 1, feature + 1));
  }

  private static Narration concatenated(TimeStep time, Quantity quantity, int element) {
    if (element < time.problem().inputs()) {
      return input(time, element);
    }
    int unit = element - time.problem().inputs();
    if (quantity == Quantity.XRH) {
      return reset(time, unit);
    }
    return time.t() == 0
        ? start(time.problem(), Quantity.H, unit)
        : of(time.previous(), Quantity.H, unit);
  }

  static Narration kept(TimeStep time, int unit) {
    var gate = time.cell().keepGate();
    var memory = time.cell().memory();
    double before = time.memoryBefore()[unit];
    double open = time.value(gate, unit);
    double kept = time.value(Quantity.KEPT, unit);
    return new Narration(
        "Kept part of unit %d: %s".formatted(unit + 1, Figures.text(kept)),
        before == 0
            ? "The old %s is 0: there is nothing to keep.".formatted(memory.title())
            : "The %s keeps %s of the old %s %s."
                .formatted(gate.title(), Signs.percent(open), memory.title(), Figures.text(before)),
        List.of(
            Formula.of("%s\\,%s".formatted(Signs.latex(gate, time.t(), unit), before(time, unit)))
                .is(Term.product(open, before))
                .gives(kept)
                .latex()));
  }

  private static String before(TimeStep time, int unit) {
    return "%s_{%d}^{(%d)}".formatted(time.cell().memory().latex(), time.t(), unit + 1);
  }

  static Narration added(TimeStep time, int unit) {
    boolean lstm = time.cell().hasCellState();
    double would = time.value(candidate(time), unit);
    double added = time.value(Quantity.ADDED, unit);
    return new Narration(
        "Added part of unit %d: %s".formatted(unit + 1, Figures.text(added)),
        would == 0
            ? "The candidate is 0: there is nothing to add."
            : "The %s lets in %s of the candidate %s."
                .formatted(
                    lstm ? "input gate" : "update gate",
                    Signs.percent(letIn(time, unit)),
                    Figures.text(would)),
        List.of(
            Formula.of(addedSymbols(time, unit)).is(addedTerm(time, unit)).gives(added).latex()));
  }

  private static Quantity candidate(TimeStep time) {
    return time.cell().hasCellState() ? Quantity.CANDIDATE : Quantity.N;
  }

  /// How much of the candidate comes in.
  private static double letIn(TimeStep time, int unit) {
    return time.cell().hasCellState()
        ? time.value(Quantity.I, unit)
        : 1 - time.value(Quantity.Z, unit);
  }

  private static String addedSymbols(TimeStep time, int unit) {
    var gate =
        time.cell().hasCellState()
            ? Signs.latex(Quantity.I, time.t(), unit)
            : "(1-" + Signs.latex(Quantity.Z, time.t(), unit) + ")";
    return gate + "\\," + Signs.latex(candidate(time), time.t(), unit);
  }

  private static Term addedTerm(TimeStep time, int unit) {
    double would = time.value(candidate(time), unit);
    return time.cell().hasCellState()
        ? Term.product(time.value(Quantity.I, unit), would)
        : Term.product(
            Term.difference(Term.count(1), Term.number(time.value(Quantity.Z, unit))),
            Term.number(would));
  }

  /// The new memory of a unit: its kept part plus its added part.
  static Narration total(TimeStep time, int unit) {
    var memory = time.cell().memory();
    double total = time.value(memory, unit);
    double before = time.memoryBefore()[unit];
    double would = time.value(candidate(time), unit);
    return new Narration(
        "Unit %d %s: %s is %s"
            .formatted(unit + 1, time.change(unit).verb(), memory.symbol(), Figures.text(total)),
        "%s of the old %s stays, %s of the candidate %s comes in. %s"
            .formatted(
                Signs.percent(time.value(time.cell().keepGate(), unit)),
                Figures.text(before),
                Signs.percent(letIn(time, unit)),
                Figures.text(would),
                moved(time, unit)),
        List.of(totalFormula(time, unit)));
  }

  /// The line that makes the new memory of a unit.
  static String totalFormula(TimeStep time, int unit) {
    double before = time.memoryBefore()[unit];
    double gate = time.value(time.cell().keepGate(), unit);
    var memory = time.cell().memory();
    return Formula.of(Signs.latex(memory, time.t(), unit))
        .is(
            "%s\\,%s+%s"
                .formatted(
                    Signs.latex(time.cell().keepGate(), time.t(), unit),
                    before(time, unit),
                    addedSymbols(time, unit)))
        .is(Term.sum(Term.product(gate, before), addedTerm(time, unit)))
        .worked()
        .gives(time.value(memory, unit))
        .latex();
  }

  private static String moved(TimeStep time, int unit) {
    var memory = time.cell().memory();
    double moved = time.value(memory, unit) - time.memoryBefore()[unit];
    if (moved == 0) {
      return "So %s does not move.".formatted(memory.symbol());
    }
    return "So %s %s by %s%s."
        .formatted(
            memory.symbol(),
            moved > 0 ? "rises" : "falls",
            Figures.text(Math.abs(moved)),
            time.turns(unit) ? " and changes its sign" : "");
  }

  static Narration squashed(TimeStep time, int unit) {
    double c = time.value(Quantity.C, unit);
    double squashed = time.value(Quantity.TANH_C, unit);
    return new Narration(
        "tanh of c, unit %d: %s".formatted(unit + 1, Figures.text(squashed)),
        Math.abs(c) > LARGE_STATE
            ? "c is %s, and tanh presses it to %s: of a large c the hidden state shows the sign and little more."
                .formatted(Figures.text(c), Figures.text(squashed))
            : "tanh of the cell state %s is %s: whatever c grows to, this stays between −1 and 1."
                .formatted(Figures.text(c), Figures.text(squashed)),
        List.of(
            Formula.of("\\tanh(%s)".formatted(Signs.latex(Quantity.C, time.t(), unit)))
                .is(Term.apply(Function.TANH, Term.number(c)))
                .gives(squashed)
                .latex()));
  }

  /// The hidden state of an LSTM's unit.
  static Narration exposed(TimeStep time, int unit) {
    double o = time.value(Quantity.O, unit);
    double squashed = time.value(Quantity.TANH_C, unit);
    double h = time.value(Quantity.H, unit);
    double c = time.value(Quantity.C, unit);
    return new Narration(
        "Unit %d shows h = %s".formatted(unit + 1, Figures.text(h)),
        c == 0
            ? "The cell state is 0: there is nothing to show."
            : "The cell state is %s; the output gate shows %s of its tanh %s.%s"
                .formatted(
                    Figures.text(c),
                    Signs.percent(o),
                    Figures.text(squashed),
                    o < Saturation.SHUT ? " It is shut: what the unit holds is hardly shown." : ""),
        List.of(exposedFormula(time, unit)));
  }

  private static String exposedFormula(TimeStep time, int unit) {
    var symbols =
        "%s\\,\\tanh(%s)"
            .formatted(
                Signs.latex(Quantity.O, time.t(), unit), Signs.latex(Quantity.C, time.t(), unit));
    return exposedFormula(
        Formula.of(Signs.latex(Quantity.H, time.t(), unit)).is(symbols), time, unit);
  }

  /// The line that makes the hidden state of an LSTM's unit, with its numbers alone.
  static String briefExposedFormula(TimeStep time, int unit) {
    return exposedFormula(Formula.of(Signs.latex(Quantity.H, time.t(), unit)), time, unit);
  }

  private static String exposedFormula(Formula start, TimeStep time, int unit) {
    return start
        .is(Term.product(time.value(Quantity.O, unit), time.value(Quantity.TANH_C, unit)))
        .gives(time.value(Quantity.H, unit))
        .latex();
  }

  static Narration reset(TimeStep time, int unit) {
    double r = time.value(Quantity.R, unit);
    double before = time.before().h()[unit];
    double seen = time.value(Quantity.RH, unit);
    return new Narration(
        "Reset state of unit %d: %s".formatted(unit + 1, Figures.text(seen)),
        before == 0
            ? "The state is 0: there is nothing for the candidate to see of it."
            : "The reset gate lets the candidate see %s of the state %s."
                .formatted(Signs.percent(r), Figures.text(before)),
        List.of(
            Formula.of(
                    "%s\\,%s"
                        .formatted(Signs.latex(Quantity.R, time.t(), unit), before(time, unit)))
                .is(Term.product(r, before))
                .gives(seen)
                .latex()));
  }
}
