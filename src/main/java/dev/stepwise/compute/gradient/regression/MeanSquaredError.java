package dev.stepwise.compute.gradient.regression;

/// The mean of the squared errors, L = 1/n Σ (ŷ − y)², and its gradient: dw = 2/n Xᵀ(ŷ − y), db =
/// 2/n Σ (ŷ − y).
public final class MeanSquaredError {
  private MeanSquaredError() {}

  /// The error of each prediction, ŷ − y.
  public static double[] errors(double[] predictions, double[] y) {
    var errors = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      errors[i] = predictions[i] - y[i];
    }
    return errors;
  }

  /// The loss.
  public static double of(double[] errors) {
    double sum = 0;
    for (double error : errors) {
      sum += error * error;
    }
    return sum / errors.length;
  }

  /// The gradient, in the shape of the model: dw and db.
  public static LinearModel gradient(double[][] x, double[] errors) {
    int n = errors.length;
    var dw = new double[x[0].length];
    double db = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < dw.length; j++) {
        dw[j] += x[i][j] * errors[i];
      }
      db += errors[i];
    }
    for (int j = 0; j < dw.length; j++) {
      dw[j] *= 2.0 / n;
    }
    return new LinearModel(dw, 2.0 / n * db);
  }
}
