package dev.stepwise.compute.gradient.network;

import dev.stepwise.compute.linear.Matrices;
import dev.stepwise.compute.linear.RandomMatrices;
import dev.stepwise.compute.linear.Softmax;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.util.FastMath;

/// A network with one hidden layer of rectified units, a softmax over classes and the cross-entropy
/// as its loss. A batch of n samples is an n×d matrix X and n class labels y from 0. No method
/// writes to its arguments. A pass costs about n·hidden·(d + classes) multiplications forward, and
/// twice as many backward.
///
/// D. E. Rumelhart, G. E. Hinton, R. J. Williams, *Learning representations by back-propagating
/// errors*, Nature 323 (1986) 533–536; I. Goodfellow, Y. Bengio, A. Courville, *Deep Learning*, MIT
/// Press 2016, section 6.5.
public final class TwoLayerNetwork {
  private TwoLayerNetwork() {}

  /// Draws weights from a start; biases are 0.
  public static Parameters initialise(
      int inputs, int hidden, int classes, Start start, RandomGenerator random) {
    double[][] w1 =
        RandomMatrices.gaussian(inputs, hidden, start.deviation(inputs, hidden), random);
    double[][] w2 =
        RandomMatrices.gaussian(hidden, classes, start.deviation(hidden, classes), random);
    return new Parameters(w1, new double[hidden], w2, new double[classes]);
  }

  /// The forward pass: z1 = X W1 + b1, a1 = activation(z1), z2 = a1 W2 + b2, p = softmax(z2), and
  /// the cross-entropy of each sample.
  public static Forward forward(double[][] x, int[] y, Parameters at, Activation activation) {
    double[][] z1 = plus(Matrices.multiply(x, at.w1()), at.b1());
    double[][] a1 = activate(z1, activation);
    double[][] z2 = plus(Matrices.multiply(a1, at.w2()), at.b2());
    var p = new double[z2.length][];
    var losses = new double[z2.length];
    for (int row = 0; row < z2.length; row++) {
      double greatest = Softmax.greatest(z2[row]);
      double[] exponentials = Softmax.exponentials(z2[row], greatest); // once for both
      p[row] = Softmax.divided(exponentials);
      losses[row] = crossEntropy(z2[row][y[row]], greatest, Softmax.sum(exponentials));
    }
    return new Forward(x, y, z1, a1, z2, p, losses);
  }

  /// −ln of the probability of a class, from the logits: ln Σ e^(z_j − m) − (z_y − m) with m the
  /// greatest logit. So a probability that rounds to 0 still has a finite loss.
  public static double crossEntropy(double[] logits, int label) {
    double greatest = Softmax.greatest(logits);
    double sum = Softmax.sum(Softmax.exponentials(logits, greatest));
    return crossEntropy(logits[label], greatest, sum);
  }

  private static double crossEntropy(double logit, double greatest, double sum) {
    return FastMath.log(sum) - (logit - greatest);
  }

  /// The backward pass: the chain rule from the loss back to each parameter. The derivative of
  /// softmax and cross-entropy together is p − y, with y one-hot; divided by n once, since the loss
  /// is a mean, it makes every gradient after it a mean too.
  public static Backward backward(
      Forward forward, Parameters at, Activation activation, Averaging averaging) {
    double[][] dz2 = error(forward, averaging);
    double[][] dw2 = Matrices.multiply(Matrices.transpose(forward.a1()), dz2);
    double[] db2 = columns(dz2, averaging);
    double[][] da1 = Matrices.multiplyByTransposed(dz2, at.w2());
    double[][] dz1 = throughActivation(da1, forward.z1(), activation);
    double[][] dw1 = Matrices.multiply(Matrices.transpose(forward.x()), dz1);
    double[] db1 = columns(dz1, averaging);
    return new Backward(dz2, dw2, db2, da1, dz1, dw1, db1);
  }

  private static double[][] error(Forward forward, Averaging averaging) {
    int n = forward.size();
    double divisor =
        switch (averaging) {
          case MEAN -> n;
          case SUM_BESIDE_MEAN -> 1;
        };
    var dz2 = new double[n][];
    for (int row = 0; row < n; row++) {
      double[] p = forward.p()[row];
      dz2[row] = new double[p.length];
      for (int c = 0; c < p.length; c++) {
        dz2[row][c] = (p[c] - (c == forward.y()[row] ? 1 : 0)) / divisor;
      }
    }
    return dz2;
  }

  /// The sum of each column: already a mean where the error was divided; divided here otherwise.
  private static double[] columns(double[][] rows, Averaging averaging) {
    var sums = new double[rows[0].length];
    for (double[] row : rows) {
      for (int c = 0; c < sums.length; c++) {
        sums[c] += row[c];
      }
    }
    if (averaging == Averaging.SUM_BESIDE_MEAN) {
      for (int c = 0; c < sums.length; c++) {
        sums[c] /= rows.length;
      }
    }
    return sums;
  }

  private static double[][] throughActivation(
      double[][] da1, double[][] z1, Activation activation) {
    var dz1 = new double[da1.length][da1[0].length];
    for (int row = 0; row < dz1.length; row++) {
      for (int unit = 0; unit < dz1[row].length; unit++) {
        dz1[row][unit] = da1[row][unit] * activation.derivative(z1[row][unit]);
      }
    }
    return dz1;
  }

  private static double[][] activate(double[][] z1, Activation activation) {
    var a1 = new double[z1.length][z1[0].length];
    for (int row = 0; row < a1.length; row++) {
      for (int unit = 0; unit < a1[row].length; unit++) {
        a1[row][unit] = activation.of(z1[row][unit]);
      }
    }
    return a1;
  }

  /// Adds the bias to every row, in place: the rows were made for it.
  private static double[][] plus(double[][] rows, double[] bias) {
    for (double[] row : rows) {
      for (int c = 0; c < row.length; c++) {
        row[c] += bias[c];
      }
    }
    return rows;
  }

  /// The index of the greatest value; of equal ones the first. NaN is never the greatest.
  public static int greatest(double[] values) {
    int greatest = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[greatest]) {
        greatest = i;
      }
    }
    return greatest;
  }
}
