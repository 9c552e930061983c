package dev.stepwise.compute.gradient.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/// Linear regression by mini-batch gradient descent on the mean squared error, from zero: the
/// algorithm on one page. With one batch of all samples this is gradient descent.
///
/// L. Bottou, *Large-scale machine learning with stochastic gradient descent*, COMPSTAT 2010.
public final class LinearRegression {
  private LinearRegression() {}

  /// What it ends with.
  ///
  /// @param losses over all samples, before each epoch's first update
  public record Fit(LinearModel model, List<Double> losses) {
    /// Copies the list.
    public Fit {
      losses = List.copyOf(losses);
    }
  }

  /// Fits a model. Each epoch costs about 3·n·d multiplications. Where the rate is too high the
  /// numbers grow without limit, and end as NaN.
  ///
  /// @param x n×d
  /// @param y n targets
  /// @param rate the learning rate of an epoch, from 1
  /// @param batches the batches of an epoch, from 1: each the indices of its samples
  public static Fit fit(
      double[][] x,
      double[] y,
      int epochs,
      IntToDoubleFunction rate,
      IntFunction<int[][]> batches) {
    var model = LinearModel.zero(x[0].length);
    var losses = new ArrayList<Double>();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      losses.add(MeanSquaredError.of(MeanSquaredError.errors(model.predict(x), y)));
      for (int[] batch : batches.apply(epoch)) {
        double[][] rows = rows(x, batch);
        double[] errors = MeanSquaredError.errors(model.predict(rows), targets(y, batch));
        var gradient = MeanSquaredError.gradient(rows, errors);
        model = model.descend(rate.applyAsDouble(epoch), gradient);
      }
    }
    return new Fit(model, losses);
  }

  /// The rows of some samples.
  public static double[][] rows(double[][] x, int[] samples) {
    return Arrays.stream(samples).mapToObj(i -> x[i]).toArray(double[][]::new);
  }

  /// The targets of some samples.
  public static double[] targets(double[] y, int[] samples) {
    return Arrays.stream(samples).mapToDouble(i -> y[i]).toArray();
  }
}
