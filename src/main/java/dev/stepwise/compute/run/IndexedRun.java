package dev.stepwise.compute.run;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/// See [Run#indexed].
record IndexedRun<F extends Frame>(int size, IntFunction<Step<F>> steps) implements Run<F> {

  IndexedRun {
    if (size < 1) {
      throw new IllegalArgumentException("a run has at least one step, not " + size);
    }
  }

  @Override
  public Step<F> step(int index) {
    return steps.apply(Objects.checkIndex(index, size));
  }

  @Override
  public boolean has(int index) {
    return index >= 0 && index < size;
  }

  @Override
  public OptionalInt knownLength() {
    return OptionalInt.of(size);
  }
}
