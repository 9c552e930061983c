package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.RegressionFrame.Pass;
import dev.stepwise.compute.gradient.regression.LinearModel;

/// The derivative of a batch's loss by one parameter measured instead of derived, by central
/// differences: exact up to rounding, since the loss is quadratic.
final class RegressionCheck {
  private static final double STEP = 1e-4;

  private RegressionCheck() {}

  /// @param j the weights from 0, then the bias
  static double derivative(RegressionProblem problem, Pass pass, int j) {
    double value = pass.at().parameter(j);
    double h = STEP * Math.max(1, Math.abs(value));
    double above = loss(problem, pass, pass.at().with(j, value + h));
    double below = loss(problem, pass, pass.at().with(j, value - h));
    return (above - below) / (2 * h);
  }

  private static double loss(RegressionProblem problem, Pass pass, LinearModel at) {
    double squares = 0;
    for (int sample : pass.samples()) {
      double error = at.predict(problem.x()[sample]) - problem.y()[sample];
      squares += error * error;
    }
    return squares / pass.samples().length;
  }
}
