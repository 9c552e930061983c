package dev.stepwise.compute.lstm;

import dev.stepwise.compute.lstm.TimeStep.Change;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What whole time steps and their operations say. Time steps and units are counted from 1.
final class LstmNarration {
  private static final int ROWS_SHOWN = 12;

  private LstmNarration() {}

  /// A whole time step.
  static Narration whole(TimeStep time) {
    var cell = time.cell();
    return new Narration(
        "Time step %s%s".formatted(time.name(), cell.keepsAndAdds() ? ": " + changes(time) : ""),
        "The input is %s. %s".formatted(input(time), summary(time)),
        wholeFormulas(time),
        memoryTable(time));
  }

  private static List<String> wholeFormulas(TimeStep time) {
    int t = time.t() + 1;
    return switch (time.cell()) {
      case LSTM ->
          List.of(
              "c_{%d}=f_{%d}\\odot c_{%d}+i_{%d}\\odot\\tilde{c}_{%d}".formatted(t, t, t - 1, t, t),
              "h_{%d}=o_{%d}\\odot\\tanh(c_{%d})".formatted(t, t, t));
      case GRU ->
          List.of(
              "h_{%d}=z_{%d}\\odot h_{%d}+(1-z_{%d})\\odot n_{%d}".formatted(t, t, t - 1, t, t));
      case RNN -> List.of("h_{%d}=\\tanh(W_h\\cdot[x_{%d},h_{%d}]+b_h)".formatted(t, t, t - 1));
    };
  }

  /// `3 units keep, 1 overwrites`.
  private static String changes(TimeStep time) {
    if (time.hidden() == 1) {
      return "the unit " + time.change(0).verb();
    }
    var parts = new ArrayList<String>();
    for (var change : Change.values()) {
      int count = time.count(change);
      if (count > 0) {
        parts.add(
            count == 1
                ? "1 %s%s".formatted(parts.isEmpty() ? "unit " : "", change.verb())
                : "%d %s%s".formatted(count, parts.isEmpty() ? "units " : "", plural(change)));
      }
    }
    return String.join(", ", parts);
  }

  private static String plural(Change change) {
    return change.verb().substring(0, change.verb().length() - 1);
  }

  private static String summary(TimeStep time) {
    var cell = time.cell();
    if (!cell.keepsAndAdds()) {
      return "Every unit's state is made anew from the input and the states before; nothing is kept as it was.";
    }
    int gates = cell.gates().size() * time.hidden();
    int saturated = Saturation.count(cell, time.moment());
    int most = mostMoved(time);
    double before = time.memoryBefore()[most];
    double after = time.value(cell.memory(), most);
    var moved =
        before == after
            ? "No unit's %s moves.".formatted(cell.memory().symbol())
            : "Unit %d moves the most: %s goes from %s to %s."
                .formatted(
                    most + 1, cell.memory().symbol(), Numbers.text(before), Numbers.text(after));
    return "%s %s of %d gate values %s saturated."
        .formatted(
            moved,
            saturated == 0 ? "None" : Integer.toString(saturated),
            gates,
            saturated == 1 ? "is" : "are");
  }

  private static int mostMoved(TimeStep time) {
    double[] before = time.memoryBefore();
    double[] after = time.moment().values(time.cell().memory());
    int most = 0;
    for (int unit = 1; unit < after.length; unit++) {
      if (Math.abs(after[unit] - before[unit]) > Math.abs(after[most] - before[most])) {
        most = unit;
      }
    }
    return most;
  }

  private static String input(TimeStep time) {
    var problem = time.problem();
    if (!problem.labels().isEmpty()) {
      return "the letter ‘%s’, a 1 in its own column".formatted(problem.labels().get(time.t()));
    }
    double[] x = time.x();
    if (x.length > 4) {
      return Signs.vector(x);
    }
    return IntStream.range(0, x.length)
        .mapToObj(k -> problem.features().get(k) + " = " + Numbers.text(x[k]))
        .collect(Collectors.joining(", "));
  }

  private static Table memoryTable(TimeStep time) {
    var cell = time.cell();
    var moment = time.moment();
    var memory = cell.memory().symbol();
    if (!cell.keepsAndAdds()) {
      return table(
          time,
          List.of("unit", "h before", "h"),
          unit ->
              List.of(
                  Signs.cell(time.before().h()[unit]),
                  Signs.cell(moment.values(Quantity.H)[unit])));
    }
    boolean lstm = cell.hasCellState();
    return table(
        time,
        lstm
            ? List.of("unit", memory + " before", "kept", "added", memory, "h")
            : List.of("unit", memory + " before", "kept", "added", memory),
        unit -> {
          var cells = new ArrayList<String>();
          cells.add(Signs.cell(time.memoryBefore()[unit]));
          cells.add(Signs.cell(moment.values(Quantity.KEPT)[unit]));
          cells.add(Signs.cell(moment.values(Quantity.ADDED)[unit]));
          cells.add(Signs.cell(moment.values(cell.memory())[unit]));
          if (lstm) {
            cells.add(Signs.cell(moment.values(Quantity.H)[unit]));
          }
          return cells;
        });
  }

  /// One of the operations, all units.
  static Narration operated(TimeStep time, Operation operation) {
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
        "%s of the input and %s of h from the step before make one vector of %d: all weights act on it, so every decision sees both what comes in and what went before."
            .formatted(Signs.count(inputs, "number"), count(hidden, "number"), inputs + hidden),
        List.of(
            "[x_{%d},h_{%d}]\\in\\mathbb{R}^{%d+%d}=\\mathbb{R}^{%d}"
                .formatted(t, t - 1, inputs, hidden, inputs + hidden)));
  }

  private static String count(int count, String one) {
    return count + " " + one + (count == 1 ? "" : "s");
  }

  private static Narration neurons(TimeStep time, Operation operation) {
    var quantity = operation.result();
    double[] values = time.moment().values(quantity);
    boolean gate = quantity.range() == Quantity.Range.GATE;
    var function = gate ? "\\sigma" : "\\tanh";
    return new Narration(
        Signs.capital(quantity.title()) + " " + quantity.symbol(),
        meaning(quantity) + " " + (gate ? extremes(values) : signs(values)),
        List.of(
            "%s=%s(W_%s\\cdot %s+b_%s)"
                .formatted(
                    Signs.latex(quantity, time.t()),
                    function,
                    quantity.suffix(),
                    TimeStep.inputQuantity(quantity).latex(),
                    quantity.suffix())),
        table(
            time,
            List.of("unit", "weighted sum", quantity.symbol(), ""),
            unit ->
                List.of(
                    Signs.cell(time.sum(quantity, unit)),
                    Signs.cell(values[unit]),
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
    int saturated = (int) Arrays.stream(values).filter(Saturation::isSaturated).count();
    double least = Arrays.stream(values).min().orElse(0);
    double most = Arrays.stream(values).max().orElse(0);
    var range =
        values.length == 1
            ? "Here it is %s".formatted(Numbers.text(least))
            : "Here they go from %s to %s".formatted(Numbers.text(least), Numbers.text(most));
    return range
        + (saturated == 0
            ? "; none is saturated."
            : "; %d of %d %s saturated."
                .formatted(saturated, values.length, saturated == 1 ? "is" : "are"));
  }

  private static String signs(double[] values) {
    long up = Arrays.stream(values).filter(value -> value > 0).count();
    long down = Arrays.stream(values).filter(value -> value < 0).count();
    return "Here %d of %d %s positive, %d negative."
        .formatted(up, values.length, up == 1 ? "is" : "are", down);
  }

  private static String verdict(double gate) {
    return gate < Saturation.SHUT ? "shut" : gate > Saturation.OPEN ? "open" : "";
  }

  private static Narration summed(TimeStep time, Operation operation) {
    boolean lstm = operation == Operation.CELL;
    int t = time.t() + 1;
    return new Narration(
        "%s: %s".formatted(lstm ? "New cell state" : "New state", changes(time)),
        "What the %s keeps plus what is let in: a sum, not another layer, so what is kept passes on as it is, and so does its gradient. %s"
            .formatted(lstm ? "forget gate" : "update gate", mostMovedSentence(time)),
        List.of(
            lstm
                ? "c_{%d}=f_{%d}\\odot c_{%d}+i_{%d}\\odot\\tilde{c}_{%d}"
                    .formatted(t, t, t - 1, t, t)
                : "h_{%d}=z_{%d}\\odot h_{%d}+(1-z_{%d})\\odot n_{%d}"
                    .formatted(t, t, t - 1, t, t)),
        table(
            time,
            List.of("unit", "kept", "added", operation.result().symbol(), ""),
            unit ->
                List.of(
                    Signs.cell(time.value(Quantity.KEPT, unit)),
                    Signs.cell(time.value(Quantity.ADDED, unit)),
                    Signs.cell(time.value(operation.result(), unit)),
                    time.change(unit).verb())));
  }

  private static String mostMovedSentence(TimeStep time) {
    int most = mostMoved(time);
    double before = time.memoryBefore()[most];
    double after = time.value(time.cell().memory(), most);
    return before == after
        ? "No unit moves."
        : "Unit %d moves the most, from %s to %s."
            .formatted(most + 1, Numbers.text(before), Numbers.text(after));
  }

  private static Narration exposed(TimeStep time) {
    double[] o = time.moment().values(Quantity.O);
    long shut = Arrays.stream(o).filter(value -> value < Saturation.SHUT).count();
    int t = time.t() + 1;
    return new Narration(
        "Hidden state h: what is shown",
        "The cell state is pressed between −1 and 1 and passes the output gate. %s"
            .formatted(
                shut == 0
                    ? "Every unit shows something."
                    : "%d of %d %s: remembered, but not shown."
                        .formatted(shut, o.length, shut == 1 ? "is shut" : "are shut")),
        List.of("h_{%d}=o_{%d}\\odot\\tanh(c_{%d})".formatted(t, t, t)),
        table(
            time,
            List.of("unit", "c", "tanh c", "o", "h"),
            unit ->
                List.of(
                    Signs.cell(time.value(Quantity.C, unit)),
                    Signs.cell(time.value(Quantity.TANH_C, unit)),
                    Signs.cell(o[unit]),
                    Signs.cell(time.value(Quantity.H, unit)))));
  }

  private static Narration reset(TimeStep time) {
    int t = time.t() + 1;
    return new Narration(
        "Reset the state for the candidate",
        "The candidate is to see only what the reset gate lets through; the state itself stays as it is.",
        List.of("[x_{%d},\\,r_{%d}\\odot h_{%d}]".formatted(t, t, t - 1)),
        table(
            time,
            List.of("unit", "h before", "r", "r⊙h"),
            unit ->
                List.of(
                    Signs.cell(time.before().h()[unit]),
                    Signs.cell(time.value(Quantity.R, unit)),
                    Signs.cell(time.value(Quantity.RH, unit)))));
  }

  private interface Row {
    List<String> cells(int unit);
  }

  private static Table table(TimeStep time, List<String> head, Row row) {
    var rows = new ArrayList<List<String>>();
    for (int unit = 0; unit < Math.min(ROWS_SHOWN, time.hidden()); unit++) {
      var cells = new ArrayList<String>();
      cells.add(Integer.toString(unit + 1));
      cells.addAll(row.cells(unit));
      rows.add(cells);
    }
    if (time.hidden() > ROWS_SHOWN) {
      var cells = new ArrayList<>(List.of("of " + time.hidden()));
      while (cells.size() < head.size()) {
        cells.add("…");
      }
      rows.add(cells);
    }
    return new Table(head, rows, -1);
  }
}
