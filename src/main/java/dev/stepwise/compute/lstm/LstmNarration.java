package dev.stepwise.compute.lstm;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.lstm.TimeStep.Change;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What whole time steps say. Time steps and units are counted from 1.
final class LstmNarration {
  private static final int KINDS_TOLD = 3;

  private LstmNarration() {}

  /// A whole time step. It speaks of the first unit, whose numbers the stage shows, and of the one
  /// that moves the most.
  static Narration whole(LstmFrame frame) {
    var time = frame.time();
    return new Narration(
        "Time step %s%s"
            .formatted(time.name(), time.cell().keepsAndAdds() ? ": " + changes(time) : ""),
        "The input is %s. %s".formatted(input(time), summary(time)),
        wholeFormulas(frame),
        memoryTable(time));
  }

  private static List<String> wholeFormulas(LstmFrame frame) {
    int t = frame.time().t() + 1;
    return switch (frame.time().cell()) {
      case LSTM -> List.of(line(frame, Quantity.C), line(frame, Quantity.H));
      case GRU -> List.of(line(frame, Quantity.H));
      case RNN -> List.of("h_{%d}=\\tanh(W_h\\cdot[x_{%d},h_{%d}]+b_h)".formatted(t, t, t - 1));
    };
  }

  /// The line of the first unit's state.
  private static String line(LstmFrame frame, Quantity state) {
    return new LstmDerivations(frame)
        .of(Ref.of(state.variable(), 0))
        .flatMap(Derivation::formula)
        .orElseThrow()
        .latex();
  }

  /// How the memory of all units comes to be.
  static String memoryLine(TimeStep time) {
    int t = time.t() + 1;
    return time.cell().hasCellState()
        ? "c_{%d}=f_{%d}\\odot c_{%d}+i_{%d}\\odot\\tilde{c}_{%d}".formatted(t, t, t - 1, t, t)
        : "h_{%d}=z_{%d}\\odot h_{%d}+(1-z_{%d})\\odot n_{%d}".formatted(t, t, t - 1, t, t);
  }

  static String stateLine(TimeStep time) {
    int t = time.t() + 1;
    return "h_{%d}=o_{%d}\\odot\\tanh(c_{%d})".formatted(t, t, t);
  }

  /// `3 units hold, 1 is overwritten`; of many kinds of change the most frequent.
  static String changes(TimeStep time) {
    if (time.hidden() == 1) {
      return "the unit " + time.change(0).verb();
    }
    var kinds = Arrays.stream(Change.values()).filter(each -> time.count(each) > 0).toList();
    if (kinds.size() > KINDS_TOLD) {
      kinds =
          kinds.stream()
              .sorted(Comparator.comparingInt(each -> -time.count(each)))
              .limit(KINDS_TOLD - 1)
              .toList();
    }
    var parts = new ArrayList<String>();
    int told = 0;
    for (var change : kinds) {
      int count = time.count(change);
      var what = parts.isEmpty() ? (count == 1 ? " unit " : " units ") : " ";
      parts.add(count + what + (count == 1 ? change.verb() : change.plural()));
      told += count;
    }
    int others = time.hidden() - told;
    if (others > 0) {
      parts.add(others + " do otherwise");
    }
    return String.join(", ", parts);
  }

  private static String summary(TimeStep time) {
    var cell = time.cell();
    var first = firstUnit(time) + ".";
    if (!cell.keepsAndAdds()) {
      return "Every unit's state is made anew from it and the states before. " + first;
    }
    return "%s %s".formatted(first + others(time), saturated(time));
  }

  private static String firstUnit(TimeStep time) {
    var cell = time.cell();
    var memory = cell.memory();
    var told =
        memory.symbol()
            + " "
            + Signs.change(time.memoryBefore()[0], time.value(memory, 0))
            + (cell.hasCellState()
                ? ", and the h that it shows is " + Figures.text(time.value(Quantity.H, 0))
                : "");
    var unit = time.hidden() == 1 ? "The unit" : "Unit 1";
    return cell.keepsAndAdds()
        ? "%s %s: its %s".formatted(unit, time.change(0).verb(), told)
        : "%s: its %s".formatted(unit, told);
  }

  /// The unit that moves the most, unless it is the first, which was told of.
  private static String others(TimeStep time) {
    int[] most = time.mostMoved();
    if (time.hidden() == 1) {
      return "";
    }
    return most.length == 1 && most[0] == 0
        ? " No other moves as much."
        : " " + mostMovedSentence(time);
  }

  static String mostMovedSentence(TimeStep time) {
    int[] most = time.mostMoved();
    if (most.length == 0) {
      return time.hidden() == 1 ? "The unit does not move." : "No unit moves.";
    }
    var memory = time.cell().memory();
    double before = time.memoryBefore()[most[0]];
    double after = time.value(memory, most[0]);
    if (time.hidden() == 1) {
      return "Its %s %s.".formatted(memory.symbol(), Signs.change(before, after));
    }
    if (most.length == 1) {
      return "Unit %d moves the most: its %s %s."
          .formatted(most[0] + 1, memory.symbol(), Signs.change(before, after));
    }
    var by = Figures.text(Math.abs(after - before));
    return most.length == 2
        ? "Units %d and %d move the most, each by %s.".formatted(most[0] + 1, most[1] + 1, by)
        : "%d units move the most, each by %s.".formatted(most.length, by);
  }

  private static String saturated(TimeStep time) {
    int gates = time.cell().gates().size() * time.hidden();
    int saturated = Saturation.count(time.cell(), time.moment());
    return saturated == 0
        ? "None of %d gate values is saturated.".formatted(gates)
        : "%d of %d gate values %s saturated."
            .formatted(saturated, gates, saturated == 1 ? "is" : "are");
  }

  private static String input(TimeStep time) {
    var problem = time.problem();
    if (!problem.labels().isEmpty()) {
      return "the letter ‘%s’, a 1 in its own column".formatted(problem.labels().get(time.t()));
    }
    double[] x = time.x();
    if (x.length > 4) {
      return Phrases.vector(x);
    }
    return IntStream.range(0, x.length)
        .mapToObj(k -> problem.features().get(k) + " = " + Figures.text(x[k]))
        .collect(Collectors.joining(", "));
  }

  private static Table memoryTable(TimeStep time) {
    var cell = time.cell();
    var memory = cell.memory();
    if (!cell.keepsAndAdds()) {
      return UnitTable.of(
          time,
          List.of("unit", "h before", "h"),
          unit ->
              List.of(Figures.text(time.before().h()[unit]), Figures.text(time, Quantity.H, unit)));
    }
    var head = new ArrayList<>(List.of("unit", "kept", "added", memory.symbol()));
    if (cell.hasCellState()) {
      head.add("h");
    }
    return UnitTable.of(
        time,
        head,
        unit -> {
          var cells = new ArrayList<>(Figures.memory(time, unit));
          if (cell.hasCellState()) {
            cells.add(Figures.text(time, Quantity.H, unit));
          }
          return cells;
        });
  }
}
