package dev.stepwise.compute.run;

import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;

/// A deterministic sequence of steps, numbered from 0, at least one, computed when asked for. The
/// same run gives equal steps however and in whatever order they are asked for. Safe for use by
/// several threads.
///
/// A call may compute for long; it stops with a [java.util.concurrent.CancellationException] soon
/// after its thread is interrupted.
public interface Run<F extends Frame> {

  /// The step at an index.
  ///
  /// @throws IndexOutOfBoundsException where [#has] is false
  Step<F> step(int index);

  /// Whether there is a step at this index; computes as far as needed to know.
  boolean has(int index);

  /// The number of steps where it is known without computing more, else empty.
  OptionalInt knownLength();

  /// The number of steps; computes to the end.
  default int length() {
    var known = knownLength();
    if (known.isPresent()) {
      return known.getAsInt();
    }
    int probe = 1;
    while (has(probe)) {
      probe = Math.multiplyExact(probe, 2);
    }
    int low = probe / 2;
    int high = probe;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (has(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /// This run with each frame, at every depth, put into another kind of frame: how an exercise
  /// shows another's run inside its own.
  default <G extends Frame> Run<G> map(Function<F, G> framing) {
    return new MappedRun<>(this, framing);
  }

  /// A run whose steps need no predecessor.
  ///
  /// @param length how many, at least 1
  static <F extends Frame> Run<F> indexed(int length, IntFunction<Step<F>> steps) {
    return new IndexedRun<>(length, steps);
  }
}
