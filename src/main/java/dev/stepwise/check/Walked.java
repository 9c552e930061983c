package dev.stepwise.check;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/// The lines of a learner's code in the order in which they were executed, as they were written
/// down.
///
/// @param lines at most some thousands
/// @param isCut whether there were more
record Walked(List<Line> lines, boolean isCut) {
  static final Walked NONE = new Walked(List.of(), false);

  private static final String FILE = "<module>";

  Walked {
    lines = List.copyOf(lines);
  }

  /// A line that was executed.
  ///
  /// @param number from 1
  /// @param call which call of the function it belongs to
  /// @param changed what it changed
  record Line(int number, String function, int call, SequencedMap<String, Held> changed) {}

  /// A line at which the run has come to a step.
  ///
  /// @param name of the learner's variable that holds the step's array then
  /// @param line that made it
  /// @param held the array; empty where that is not known
  /// @param step the path of the step
  record Mark(String name, int line, Optional<Held> held, String step) {
    private boolean is(Seen seen) {
      return line == seen.line()
          && name.equals(seen.name())
          && held.map(each -> Fit.of(each, seen) != Fit.Layout.NONE).orElse(true);
    }
  }

  /// The walk through them, beside a run.
  ///
  /// @param marks in the order of the run's steps
  /// @param inputs of the run
  Walk beside(List<Mark> marks, Optional<Given> inputs) {
    var open = new ArrayList<>(marks);
    var calls = new HashMap<Integer, SequencedMap<String, Value>>();
    var moments = new ArrayList<Walk.Moment>();
    Optional<String> step = Optional.empty();
    for (var line : lines) {
      var locals = calls.computeIfAbsent(line.call(), _ -> new LinkedHashMap<>());
      for (var entry : line.changed().entrySet()) {
        locals.put(entry.getKey(), entry.getValue().value());
        var seen = Seen.after(entry.getKey(), line.function(), line.number(), entry.getValue());
        step = passed(open, seen).or(keep(step));
      }
      moments.add(
          new Walk.Moment(
              line.number(),
              line.function().equals(FILE) ? "" : line.function(),
              locals,
              List.copyOf(line.changed().sequencedKeySet()),
              step));
    }
    return new Walk(moments, isCut, inputs);
  }

  private static Supplier<Optional<String>> keep(Optional<String> step) {
    return () -> step;
  }

  /// The step of the first mark that it is; that mark is passed, and those before it.
  private static Optional<String> passed(List<Mark> open, Seen seen) {
    for (int i = 0; i < open.size(); i++) {
      var mark = open.get(i);
      if (mark.is(seen)) {
        open.subList(0, i + 1).clear();
        return Optional.of(mark.step());
      }
    }
    return Optional.empty();
  }
}
