package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.regression.LinearModel;
import dev.stepwise.compute.gradient.regression.MeanSquaredError;
import java.util.function.DoubleBinaryOperator;

/// The gradient and the update of a linear regression that makes a [GradientMistake], beside those
/// of [MeanSquaredError] and [LinearModel] that make none.
record MistakenRegression(RegressionProblem problem) {

  /// [MeanSquaredError#gradient], with the mistake in it.
  LinearModel gradient(double[][] x, double[] errors) {
    var right = MeanSquaredError.gradient(x, errors);
    int n = errors.length;
    // A step of size 1 − n against it makes n times as much of it.
    return problem.made() == GradientMistake.NOT_DIVIDED ? right.descend(1.0 - n, right) : right;
  }

  /// What each error is multiplied by in a gradient, beside its input: 2/n of the mean square, with
  /// the mistake in it.
  double factor(int n) {
    return problem.made() == GradientMistake.NOT_DIVIDED ? 2 : 2.0 / n;
  }

  /// [LinearModel#descend], with the mistake in it.
  LinearModel descend(LinearModel at, double rate, LinearModel gradient) {
    var after = at;
    for (int j = 0; j <= problem.dimensions(); j++) {
      double moved = step(j, rate).applyAsDouble(at.parameter(j), gradient.parameter(j));
      after = after.with(j, moved);
    }
    return after;
  }

  /// What a parameter becomes, of its value and its gradient.
  ///
  /// @param j the weights from 0, then the bias
  DoubleBinaryOperator step(int j, double rate) {
    return switch (problem.made()) {
      case CLIMBS_THE_GRADIENT -> (value, gradient) -> value + rate * gradient;
      case RATE_LEFT_OUT -> (value, gradient) -> value - gradient;
      case BIASES_NOT_UPDATED -> (value, gradient) -> keeps(j) ? value : value - rate * gradient;
      default -> (value, gradient) -> value - rate * gradient;
    };
  }

  /// Whether a parameter takes no step.
  boolean keeps(int j) {
    return problem.made() == GradientMistake.BIASES_NOT_UPDATED && j == problem.dimensions();
  }

  /// What should be and what is, in sentences.
  String words() {
    return switch (problem.made()) {
      case NOT_DIVIDED ->
          "The loss is a mean, so its gradient should be divided by n. Here it is not.";
      case BIASES_NOT_UPDATED ->
          "Every parameter should take its step. Here the bias stays where it is.";
      default -> problem.made().words();
    };
  }
}
