package dev.stepwise.compute.lstm;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import java.util.List;

/// Why a number of a time step is what it is: the arithmetic behind one unit of any quantity, with
/// the values in it.
public final class Arithmetic {
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
            .formatted(Signs.capital(quantity.title()), unit + 1, Numbers.text(value)),
        stated
            ? "It was given as %s_0.".formatted(quantity.variable())
            : "Before the first time step nothing has been seen, so the state is 0.",
        List.of(
            "%s_{0}^{(%d)}=\\mathbf{%s}"
                .formatted(quantity.latex(), unit + 1, Numbers.latex(value))));
  }

  /// A number of the input.
  public static Narration input(TimeStep time, int feature) {
    double value = time.x()[feature];
    var name = time.problem().features().get(feature);
    boolean letter = !time.problem().labels().isEmpty();
    return new Narration(
        "Input %s at time step %d: %s".formatted(name, time.t() + 1, Numbers.text(value)),
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
    double before = time.memoryBefore()[unit];
    double open = time.value(gate, unit);
    double kept = time.value(Quantity.KEPT, unit);
    return new Narration(
        "Kept part of unit %d: %s".formatted(unit + 1, Numbers.text(kept)),
        "The %s keeps %s of the old %s %s."
            .formatted(
                gate.title(),
                Signs.percent(open),
                time.cell().memory().title(),
                Numbers.text(before)),
        List.of(
            "%s\\,%s_{%d}^{(%d)}=%s\\cdot %s=\\mathbf{%s}"
                .formatted(
                    Signs.latex(gate, time.t(), unit),
                    time.cell().memory().latex(),
                    time.t(),
                    unit + 1,
                    Numbers.latex(open),
                    Numbers.latexOperand(before),
                    Numbers.latex(kept))));
  }

  static Narration added(TimeStep time, int unit) {
    boolean lstm = time.cell().hasCellState();
    var candidate = lstm ? Quantity.CANDIDATE : Quantity.N;
    double gate = lstm ? time.value(Quantity.I, unit) : 1 - time.value(Quantity.Z, unit);
    double would = time.value(candidate, unit);
    double added = time.value(Quantity.ADDED, unit);
    var gateSign =
        lstm
            ? Signs.latex(Quantity.I, time.t(), unit)
            : "(1-" + Signs.latex(Quantity.Z, time.t(), unit) + ")";
    return new Narration(
        "Added part of unit %d: %s".formatted(unit + 1, Numbers.text(added)),
        "The %s lets in %s of the candidate %s."
            .formatted(
                lstm ? "input gate" : "update gate", Signs.percent(gate), Numbers.text(would)),
        List.of(
            "%s\\,%s=%s\\cdot %s=\\mathbf{%s}"
                .formatted(
                    gateSign,
                    Signs.latex(candidate, time.t(), unit),
                    Numbers.latex(gate),
                    Numbers.latexOperand(would),
                    Numbers.latex(added))));
  }

  /// The new memory of a unit: its kept part plus its added part.
  static Narration total(TimeStep time, int unit) {
    var memory = time.cell().memory();
    boolean lstm = time.cell().hasCellState();
    double kept = time.value(Quantity.KEPT, unit);
    double added = time.value(Quantity.ADDED, unit);
    double total = time.value(memory, unit);
    double before = time.memoryBefore()[unit];
    double gate = time.value(time.cell().keepGate(), unit);
    double inGate = lstm ? time.value(Quantity.I, unit) : 1 - gate;
    double would = time.value(lstm ? Quantity.CANDIDATE : Quantity.N, unit);
    var old = "%s_{%d}^{(%d)}".formatted(memory.latex(), time.t(), unit + 1);
    var symbols =
        lstm
            ? "%s\\,%s+%s\\,%s"
                .formatted(
                    Signs.latex(Quantity.F, time.t(), unit),
                    old,
                    Signs.latex(Quantity.I, time.t(), unit),
                    Signs.latex(Quantity.CANDIDATE, time.t(), unit))
            : "%s\\,%s+(1-%s)\\,%s"
                .formatted(
                    Signs.latex(Quantity.Z, time.t(), unit),
                    old,
                    Signs.latex(Quantity.Z, time.t(), unit),
                    Signs.latex(Quantity.N, time.t(), unit));
    return new Narration(
        "Unit %d %s: %s is %s"
            .formatted(unit + 1, time.change(unit).verb(), memory.symbol(), Numbers.text(total)),
        "%s of the old %s stays, %s of the candidate %s comes in. %s"
            .formatted(
                Signs.percent(gate),
                Numbers.text(before),
                Signs.percent(inGate),
                Numbers.text(would),
                moved(memory, before, total)),
        List.of(
            "%s=%s=%s\\cdot %s+%s\\cdot %s=%s+%s=\\mathbf{%s}"
                .formatted(
                    Signs.latex(memory, time.t(), unit),
                    symbols,
                    Numbers.latex(gate),
                    Numbers.latexOperand(before),
                    Numbers.latex(inGate),
                    Numbers.latexOperand(would),
                    Numbers.latex(kept),
                    Numbers.latexOperand(added),
                    Numbers.latex(total))));
  }

  private static String moved(Quantity memory, double before, double after) {
    double moved = after - before;
    if (moved == 0) {
      return "So %s does not move.".formatted(memory.symbol());
    }
    boolean turned = before * after < 0;
    return "So %s %s by %s%s."
        .formatted(
            memory.symbol(),
            moved > 0 ? "rises" : "falls",
            Numbers.text(Math.abs(moved)),
            turned ? " and changes its sign" : "");
  }

  static Narration squashed(TimeStep time, int unit) {
    double c = time.value(Quantity.C, unit);
    double squashed = time.value(Quantity.TANH_C, unit);
    return new Narration(
        "tanh of c, unit %d: %s".formatted(unit + 1, Numbers.text(squashed)),
        Math.abs(c) > 2
            ? "c is %s, and tanh presses it to %s: of a large c the hidden state shows the sign and little more."
                .formatted(Numbers.text(c), Numbers.text(squashed))
            : "tanh brings the cell state %s between −1 and 1: %s."
                .formatted(Numbers.text(c), Numbers.text(squashed)),
        List.of(
            "\\tanh(%s)=\\tanh(%s)=\\mathbf{%s}"
                .formatted(
                    Signs.latex(Quantity.C, time.t(), unit),
                    Numbers.latex(c),
                    Numbers.latex(squashed))));
  }

  /// The hidden state of an LSTM's unit.
  static Narration exposed(TimeStep time, int unit) {
    double o = time.value(Quantity.O, unit);
    double squashed = time.value(Quantity.TANH_C, unit);
    double h = time.value(Quantity.H, unit);
    double c = time.value(Quantity.C, unit);
    return new Narration(
        "Unit %d shows h = %s".formatted(unit + 1, Numbers.text(h)),
        "The cell state is %s; the output gate shows %s of its tanh %s.%s"
            .formatted(
                Numbers.text(c),
                Signs.percent(o),
                Numbers.text(squashed),
                o < Saturation.SHUT ? " It is shut: the unit remembers but says nothing." : ""),
        List.of(
            "%s=%s\\,\\tanh(%s)=%s\\cdot %s=\\mathbf{%s}"
                .formatted(
                    Signs.latex(Quantity.H, time.t(), unit),
                    Signs.latex(Quantity.O, time.t(), unit),
                    Signs.latex(Quantity.C, time.t(), unit),
                    Numbers.latex(o),
                    Numbers.latexOperand(squashed),
                    Numbers.latex(h))));
  }

  static Narration reset(TimeStep time, int unit) {
    double r = time.value(Quantity.R, unit);
    double before = time.before().h()[unit];
    double seen = time.value(Quantity.RH, unit);
    return new Narration(
        "Reset state of unit %d: %s".formatted(unit + 1, Numbers.text(seen)),
        "The reset gate lets the candidate see %s of the state %s."
            .formatted(Signs.percent(r), Numbers.text(before)),
        List.of(
            "%s\\,h_{%d}^{(%d)}=%s\\cdot %s=\\mathbf{%s}"
                .formatted(
                    Signs.latex(Quantity.R, time.t(), unit),
                    time.t(),
                    unit + 1,
                    Numbers.latex(r),
                    Numbers.latexOperand(before),
                    Numbers.latex(seen))));
  }
}
