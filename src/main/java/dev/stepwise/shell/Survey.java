package dev.stepwise.shell;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;
import java.util.List;
import java.util.stream.IntStream;

/// What the timeline knows of a run: how long its top level is, and the names of some of its steps.
///
/// @param length steps of the top level
/// @param names of the first, the last and some steps between, in their order
public record Survey(int length, List<Name> names) {
  private static final int MOST_NAMES = 13;

  /// The name of a step of the top level.
  ///
  /// @param index from 0
  public record Name(int index, String label) {}

  /// Copies the list.
  public Survey {
    names = List.copyOf(names);
  }

  /// Walks a run to its end; may take long, stops when its thread is interrupted.
  ///
  /// @throws java.util.concurrent.CancellationException when interrupted
  public static Survey of(Run<? extends Frame> run) {
    int length = run.length();
    int gaps = Math.min(length, MOST_NAMES) - 1;
    var names =
        IntStream.rangeClosed(0, gaps)
            .map(i -> gaps == 0 ? 0 : (int) ((long) i * (length - 1) / gaps))
            .mapToObj(index -> new Name(index, run.step(index).crumb()))
            .toList();
    return new Survey(length, names);
  }
}
