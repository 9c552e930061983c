package dev.stepwise.compute.gradient;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import java.util.List;
import java.util.Map;

/// What a step looks at. It knows the kind of its steps, what they say and which variables they
/// have beside those of every step: a kind of step stands in one place.
///
/// @param <F> the frames of its steps
public sealed interface Focus<F extends GradientFrame>
    permits NetworkFocus, RegressionFocus, ProbeFocus, PlainFocus {

  /// What its steps have in common.
  StepKind kind();

  /// What its step says.
  Narration narration(F frame);

  /// Adds the variables that only its steps have.
  default void addTo(Map<String, Value> variables, F frame) {}

  /// The addresses of the numbers that its step wrote.
  default List<Ref> written(F frame) {
    return Ref.all(frame.variables(), kind().writes());
  }
}
