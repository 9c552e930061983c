package dev.stepwise.compute.gradient.regression;

import dev.stepwise.compute.linear.Matrices;

/// A linear model: y = X·weights + bias. The array is shared and never written to.
///
/// @param weights d
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record LinearModel(double[] weights, double bias) {

  /// Where gradient descent starts: all zero.
  public static LinearModel zero(int inputs) {
    return new LinearModel(new double[inputs], 0);
  }

  /// What the model says of a row.
  public double predict(double[] row) {
    return Matrices.dot(row, weights) + bias;
  }

  /// What the model says of every row.
  public double[] predict(double[][] rows) {
    var predictions = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      predictions[i] = predict(rows[i]);
    }
    return predictions;
  }

  /// A step of gradient descent.
  public LinearModel descend(double rate, LinearModel gradient) {
    var changed = new double[weights.length];
    for (int j = 0; j < changed.length; j++) {
      changed[j] = weights[j] - rate * gradient.weights[j];
    }
    return new LinearModel(changed, bias - rate * gradient.bias);
  }

  /// Whether every number is finite.
  public boolean isFinite() {
    for (double weight : weights) {
      if (!Double.isFinite(weight)) {
        return false;
      }
    }
    return Double.isFinite(bias);
  }

  /// A parameter: the weights, then the bias.
  ///
  /// @param index 0 to d
  public double parameter(int index) {
    return index < weights.length ? weights[index] : bias;
  }

  /// The same with one parameter replaced.
  ///
  /// @param index 0 to d
  public LinearModel with(int index, double value) {
    if (index == weights.length) {
      return new LinearModel(weights, value);
    }
    var changed = weights.clone();
    changed[index] = value;
    return new LinearModel(changed, bias);
  }
}
