package dev.stepwise.compute.run;

import java.util.OptionalInt;
import java.util.function.Function;

/// See [Run#map].
record MappedRun<F extends Frame, G extends Frame>(Run<F> run, Function<F, G> framing)
    implements Run<G> {

  @Override
  public Step<G> step(int index) {
    return run.step(index).framed(framing);
  }

  @Override
  public boolean has(int index) {
    return run.has(index);
  }

  @Override
  public OptionalInt knownLength() {
    return run.knownLength();
  }
}
