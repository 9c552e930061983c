package dev.stepwise.compute.lstm;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the operations of a time step say, of all units. Time steps and units are counted from 1.
final class OperationNarration {
  private OperationNarration() {}

  /// One of the operations, all units.
  static Narration of(TimeStep time, Operation operation) {
    return switch (operation.kind()) {
      case CONCATENATION -> concatenated(time);
      case NEURONS -> neurons(time, operation);
      case SUM -> summed(time, operation);
      case EXPOSURE -> exposed(time);
      case RESET -> reset(time);
    };
  }

  private static Narration concatenated(TimeStep time) {
    int inputs = time.problem().inputs();
    int hidden = time.hidden();
    int t = time.t() + 1;
    return new Narration(
        "Put input and state together",
        "%s of the input and %s of h %s make one vector of %d. %s"
            .formatted(
                Phrases.count(inputs, "number"),
                Phrases.count(hidden, "number"),
                t == 1 ? "at the start" : "from the step before",
                inputs + hidden,
                actingOnIt(time.cell())),
        List.of(
            "[x_{%d},h_{%d}]\\in\\mathbb{R}^{%d+%d}=\\mathbb{R}^{%d}"
                .formatted(t, t - 1, inputs, hidden, inputs + hidden)));
  }

  private static String actingOnIt(Cell cell) {
    return switch (cell) {
      case LSTM ->
          "All four weight matrices act on it, so every gate sees both what comes in and what went"
              + " before.";
      case GRU ->
          "The weights of both gates act on it. Those of the candidate don't: they get the state as"
              + " the reset gate lets it through.";
      case RNN ->
          "The weights act on it: the new state is made of what comes in and what went before.";
    };
  }

  private static Narration neurons(TimeStep time, Operation operation) {
    var quantity = operation.result();
    double[] values = time.moment().values(quantity);
    boolean gate = quantity.isGate();
    var function = gate ? "\\sigma" : "\\tanh";
    return new Narration(
        Phrases.capital(quantity.title()) + " " + quantity.symbol(),
        meaning(quantity) + " " + (gate ? extremes(values) : signs(values)),
        List.of(
            "%s=%s(W_%s\\cdot %s+b_%s)"
                .formatted(
                    Signs.latex(quantity, time.t()),
                    function,
                    quantity.suffix(),
                    quantity.layerInput().latex(),
                    quantity.suffix())),
        UnitTable.of(
            time,
            List.of("unit", "weighted sum", quantity.symbol(), ""),
            unit ->
                List.of(
                    Figures.text(time.sum(quantity, unit)),
                    Figures.text(time, quantity, unit),
                    gate ? verdict(values[unit]) : "")));
  }

  private static String meaning(Quantity quantity) {
    return switch (quantity) {
      case F -> "For each unit: how much of its cell state stays. 1 keeps it whole, 0 clears it.";
      case I -> "For each unit: how much of the candidate may come in.";
      case O -> "For each unit: how much of tanh(c) the rest of the network gets to see.";
      case R -> "For each unit: how much of its old state the candidate gets to see.";
      case Z -> "For each unit: how much of its old state stays; the rest is the candidate's.";
      case CANDIDATE ->
          "What would be added to each cell state; tanh allows pushing down as well as up.";
      case N -> "What each state would become if nothing were kept.";
      default -> "Input and old state are mixed and pressed through tanh, at every step again.";
    };
  }

  private static String extremes(double[] values) {
    double least = Arrays.stream(values).min().orElse(0);
    double most = Arrays.stream(values).max().orElse(0);
    if (values.length == 1) {
      return "Here it is %s%s.".formatted(Figures.text(least), oneVerdict(least));
    }
    long open = Arrays.stream(values).filter(value -> value > Saturation.OPEN).count();
    long shut = Arrays.stream(values).filter(value -> value < Saturation.SHUT).count();
    return "Here they %s; %s.".formatted(Signs.range(least, most), saturated(open, shut));
  }

  private static String oneVerdict(double value) {
    var verdict = verdict(value);
    return verdict.isEmpty() ? ", not saturated" : ", " + verdict;
  }

  private static String saturated(long open, long shut) {
    if (open == 0 && shut == 0) {
      return "none is saturated";
    }
    var parts = new ArrayList<String>();
    if (open > 0) {
      parts.add(open + (open == 1 ? " is open" : " are open"));
    }
    if (shut > 0) {
      parts.add(shut + (shut == 1 ? " is shut" : " are shut"));
    }
    return String.join(", ", parts);
  }

  private static String signs(double[] values) {
    if (values.length == 1) {
      return "Here it is %s.".formatted(Figures.text(values[0]));
    }
    long up = Arrays.stream(values).filter(value -> value > 0).count();
    long down = Arrays.stream(values).filter(value -> value < 0).count();
    if (up == 0 && down == 0) {
      return "Here all are 0.";
    }
    return "Here %d of %d %s positive, %d negative."
        .formatted(up, values.length, up == 1 ? "is" : "are", down);
  }

  private static String verdict(double gate) {
    return gate < Saturation.SHUT ? "shut" : gate > Saturation.OPEN ? "open" : "";
  }

  private static Narration summed(TimeStep time, Operation operation) {
    boolean lstm = operation == Operation.CELL;
    return new Narration(
        "%s: %s".formatted(lstm ? "New cell state" : "New state", LstmNarration.changes(time)),
        "What the %s keeps plus what is let in: a sum, not another layer, so what is kept passes on as it is, and so does its gradient. %s"
            .formatted(lstm ? "forget gate" : "update gate", LstmNarration.mostMovedSentence(time)),
        List.of(LstmNarration.memoryLine(time)),
        UnitTable.of(
            time,
            List.of("unit", "kept", "added", operation.result().symbol(), ""),
            unit -> {
              var cells = new ArrayList<>(Figures.memory(time, unit));
              cells.add(time.change(unit).verb());
              return cells;
            }));
  }

  private static Narration exposed(TimeStep time) {
    double[] o = time.moment().values(Quantity.O);
    long shut = Arrays.stream(o).filter(value -> value < Saturation.SHUT).count();
    return new Narration(
        "Hidden state h: what is shown",
        "The cell state is pressed between −1 and 1, then multiplied with the output gate. %s"
            .formatted(shown(shut, o.length)),
        List.of(LstmNarration.stateLine(time)),
        UnitTable.of(
            time,
            List.of("unit", "c", "tanh c", "o", "h"),
            unit -> {
              var cells = new ArrayList<String>();
              cells.add(Figures.text(time, Quantity.C, unit));
              cells.addAll(
                  Figures.product(
                      time.value(Quantity.TANH_C, unit), o[unit], time.value(Quantity.H, unit)));
              return cells;
            }));
  }

  private static String shown(long shut, int units) {
    if (shut == 0) {
      return units == 1 ? "It is not shut." : "None of the gates is shut.";
    }
    if (units == 1) {
      return "It is shut: what the unit holds is hardly shown.";
    }
    return shut == 1
        ? "1 of the %d gates is shut: what that unit holds is hardly shown.".formatted(units)
        : "%d of the %d gates are shut: what those units hold is hardly shown."
            .formatted(shut, units);
  }

  private static Narration reset(TimeStep time) {
    int t = time.t() + 1;
    return new Narration(
        "Reset the state for the candidate",
        "The candidate is to see only what the reset gate lets through; the state itself stays as"
            + " it is.",
        List.of("[x_{%d},\\,r_{%d}\\odot h_{%d}]".formatted(t, t, t - 1)),
        UnitTable.of(
            time,
            List.of("unit", "h before", "r", "r⊙h"),
            unit ->
                Figures.product(
                    time.before().h()[unit],
                    time.value(Quantity.R, unit),
                    time.value(Quantity.RH, unit))));
  }
}
