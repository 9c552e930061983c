package dev.stepwise.compute.gradient;

/// Linear regression by gradient descent. The arrays are shared and never written to.
///
/// @param x n×d
/// @param y n targets
/// @param descent how it is trained
/// @param names of the columns
/// @param mistake the one that is made on purpose
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record RegressionProblem(
    double[][] x, double[] y, Descent descent, DataNames names, GradientMistake mistake)
    implements GradientProblem {

  /// One without a mistake.
  public RegressionProblem(double[][] x, double[] y, Descent descent, DataNames names) {
    this(x, y, descent, names, GradientMistake.NONE);
  }

  /// Without names.
  public RegressionProblem(double[][] x, double[] y, Descent descent) {
    this(x, y, descent, DataNames.NONE);
  }

  /// The mistake, if it is one that linear regression can make.
  GradientMistake made() {
    return mistake.isOfRegression() ? mistake : GradientMistake.NONE;
  }

  /// Whether a mistake is made.
  public boolean isMistaken() {
    return made() != GradientMistake.NONE;
  }

  /// The same with another descent.
  public RegressionProblem withDescent(Descent other) {
    return new RegressionProblem(x, y, other, names, mistake);
  }

  /// How many numbers a sample has.
  public int dimensions() {
    return x[0].length;
  }

  /// How many batches an epoch has.
  public int batches() {
    return descent.batches(y.length);
  }

  /// The parameters whose path is kept: the first two weights and the bias.
  public int[] tracked() {
    int d = dimensions();
    return d == 1 ? new int[] {0, 1} : new int[] {0, 1, d};
  }
}
