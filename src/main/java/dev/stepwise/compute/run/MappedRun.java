package dev.stepwise.compute.run;

import java.util.OptionalInt;
import java.util.function.Function;

/// See [Run#map].
record MappedRun<F extends Frame, G extends Frame>(Run<F> run, Function<F, G> framing)
    implements Run<G> {

  @Override
  public Step<G> step(int index) {
    var step = run.step(index);
    return new Step<>(
        step.phase(),
        step.crumb(),
        step.narration(),
        step.line(),
        step.reads(),
        step.writes(),
        step.conditions(),
        framing.apply(step.frame()),
        step.isComposite() ? () -> new MappedRun<>(step.inside(), framing) : null);
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
