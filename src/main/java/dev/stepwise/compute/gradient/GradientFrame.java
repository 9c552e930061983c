package dev.stepwise.compute.gradient;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;

/// What gradient descent shows at a step.
public sealed interface GradientFrame extends Frame
    permits NetworkFrame, RegressionFrame, ProbeFrame {
  /// The problem.
  GradientProblem problem();

  /// What the step looks at.
  Focus<?> focus();

  /// Its step.
  ///
  /// @param crumb its place in the bread crumb
  default Step<GradientFrame> step(String crumb) {
    return Step.of(focus().kind(), crumb, this);
  }
}
