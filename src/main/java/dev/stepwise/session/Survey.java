package dev.stepwise.session;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// What the timeline knows of a run: how long its top level is, and the names of some of its steps.
///
/// @param length steps of the top level
/// @param lead how many steps' room comes before the first one: one where it opens, for the steps
///   inside, else none
/// @param names of the first, the last and some steps between, in their order
/// @param passed of how many steps the way shows marks: of all, or of those that were seen
public record Survey(int length, int lead, List<Name> names, int passed) {
  private static final int LEAST_WAY = 8;
  private static final int MOST_NAMES = 13;

  /// The name of a step of the top level.
  ///
  /// @param index from 0
  public record Name(int index, String label) {}

  /// Copies the list.
  public Survey {
    names = List.copyOf(names);
  }

  /// One of which everything may be seen.
  public Survey(int length, int lead, List<Name> names) {
    this(length, lead, names, length);
  }

  /// The same without what lies behind a step: a way of a length that says nothing of the true one,
  /// and grows when the step comes near its end.
  ///
  /// @param index of the step, from 0
  public Survey upTo(int index) {
    int way = LEAST_WAY;
    while (way <= index + 1) {
      way *= 2;
    }
    return new Survey(
        way, lead, names.stream().filter(name -> name.index() <= index).toList(), index + 1);
  }

  /// Walks a run to its end; may take long, stops when its thread is interrupted.
  ///
  /// @throws java.util.concurrent.CancellationException when interrupted
  public static Survey of(Run<? extends Frame> run) {
    int length = run.length();
    long stride = stride(length);
    var names =
        IntStream.concat(
                LongStream.iterate(0, index -> index < length - 1, index -> index + stride)
                    .mapToInt(Math::toIntExact),
                IntStream.of(length - 1))
            .mapToObj(index -> new Name(index, run.step(index).crumb()))
            .toList();
    return new Survey(length, run.step(0).isComposite() ? 1 : 0, names);
  }

  /// How many steps wide the way is, at least one.
  public int gaps() {
    return Math.max(1, length - 1 + lead);
  }

  /// Where on the way a place is, from 0 to 1.
  ///
  /// @param along in steps of the top level, as a player counts them
  public double fraction(double along) {
    return length - 1 + lead == 0 ? 1 : Math.clamp((along + lead) / gaps(), 0, 1);
  }

  /// Every so many steps have a name: a round number.
  static long stride(int length) {
    for (long decade = 1; ; decade *= 10) {
      for (int factor : new int[] {1, 2, 5}) {
        if ((length - 1) / (decade * factor) < MOST_NAMES) {
          return decade * factor;
        }
      }
    }
  }
}
