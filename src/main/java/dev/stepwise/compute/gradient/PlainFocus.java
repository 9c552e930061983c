package dev.stepwise.compute.gradient;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.StepKind;
import java.util.function.Function;

/// A focus of which there is nothing more to say than which one it is.
///
/// @param <F> the frames of its steps
sealed interface PlainFocus<F extends GradientFrame> extends Focus<F>
    permits NetworkFocus.Whole, RegressionFocus.Whole {

  /// What its steps have in common.
  ///
  /// @param words what a step says
  record Steps<F extends GradientFrame>(StepKind kind, Function<F, Narration> words) {}

  /// Its steps.
  Steps<F> steps();

  @Override
  default StepKind kind() {
    return steps().kind();
  }

  @Override
  default Narration narration(F frame) {
    return steps().words().apply(frame);
  }
}
