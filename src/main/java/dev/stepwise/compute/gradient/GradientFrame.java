package dev.stepwise.compute.gradient;

import dev.stepwise.compute.run.Frame;

/// What gradient descent shows at a step.
public sealed interface GradientFrame extends Frame
    permits NetworkFrame, RegressionFrame, ProbeFrame {
  /// The problem.
  GradientProblem problem();
}
