package dev.stepwise.compute.gradient;

/// Linear regression by gradient descent over all samples at once. The arrays are shared and never
/// written to.
///
/// @param x n×d
/// @param y n targets
/// @param descent how it is trained; its batches and its order play no part
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record RegressionProblem(double[][] x, double[] y, Descent descent)
    implements GradientProblem {

  /// The same with another descent.
  public RegressionProblem withDescent(Descent other) {
    return new RegressionProblem(x, y, other);
  }

  /// How many numbers a sample has.
  public int dimensions() {
    return x[0].length;
  }
}
