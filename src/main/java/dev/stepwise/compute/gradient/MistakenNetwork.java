package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.network.Averaging;
import dev.stepwise.compute.gradient.network.Backward;
import dev.stepwise.compute.gradient.network.Forward;
import dev.stepwise.compute.gradient.network.Gradients;
import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.gradient.network.TwoLayerNetwork;
import dev.stepwise.compute.linear.Matrices;
import dev.stepwise.compute.linear.Softmax;
import java.util.Arrays;

/// The passes and the update of a network that makes a [GradientMistake], beside those of
/// [TwoLayerNetwork] and [Parameters] that make none.
record MistakenNetwork(NetworkProblem problem) {

  private GradientMistake mistake() {
    return problem.mistake();
  }

  /// [TwoLayerNetwork#forward], with the mistake in it.
  Forward forward(double[][] x, int[] y, Parameters at) {
    var right = TwoLayerNetwork.forward(x, y, at, problem.activation());
    if (mistake() != GradientMistake.RELU_PASSES_NEGATIVES) {
      return right;
    }
    double[][] a1 = right.z1();
    double[][] z2 = Matrices.multiply(a1, at.w2());
    for (double[] row : z2) {
      Arrays.setAll(row, c -> row[c] + at.b2()[c]);
    }
    var p = Arrays.stream(z2).map(Softmax::stable).toArray(double[][]::new);
    var losses = new double[z2.length];
    Arrays.setAll(losses, row -> TwoLayerNetwork.crossEntropy(z2[row], y[row]));
    return new Forward(x, y, right.z1(), a1, z2, p, losses);
  }

  /// [TwoLayerNetwork#backward], with the mistake in it.
  ///
  /// @param rate of the update to come
  Backward backward(Forward forward, Parameters at, double rate) {
    double[][] dz2 = error(forward);
    double[][] dw2 = Matrices.multiply(Matrices.transpose(forward.a1()), dz2);
    double[][] da1 = Matrices.multiplyByTransposed(dz2, wayBack(at, dw2, rate));
    double[][] z1 = forward.z1();
    var dz1 = new double[z1.length][];
    for (int row = 0; row < z1.length; row++) {
      dz1[row] = new double[z1[row].length];
      for (int unit = 0; unit < dz1[row].length; unit++) {
        dz1[row][unit] = da1[row][unit] * slope(z1[row][unit]);
      }
    }
    double[][] dw1 = Matrices.multiply(Matrices.transpose(forward.x()), dz1);
    return new Backward(dz2, dw2, columns(dz2), da1, dz1, dw1, columns(dz1));
  }

  private double[][] error(Forward forward) {
    double divisor = dividesByTheBatch() ? forward.size() : 1;
    var dz2 = new double[forward.size()][];
    for (int row = 0; row < dz2.length; row++) {
      double[] p = forward.p()[row];
      dz2[row] = new double[p.length];
      for (int c = 0; c < p.length; c++) {
        double y = c == forward.y()[row] ? 1 : 0;
        double gap =
            switch (mistake()) {
              case TARGET_MINUS_PREDICTION -> y - p[c];
              case NO_TARGET -> p[c];
              default -> p[c] - y;
            };
        dz2[row][c] = gap / divisor;
      }
    }
    return dz2;
  }

  /// Whether the error of a logit is divided by the batch's size.
  boolean dividesByTheBatch() {
    return problem.averaging() == Averaging.MEAN && mistake() != GradientMistake.NOT_DIVIDED;
  }

  /// The weights that the error goes back through.
  ///
  /// @param dw2 their gradient
  double[][] wayBack(Parameters at, double[][] dw2, double rate) {
    if (mistake() != GradientMistake.W2_UPDATED_FIRST) {
      return at.w2();
    }
    var gradients = new Gradients(at.w1(), at.b1(), dw2, at.b2());
    return at.descend(rate, gradients).w2();
  }

  /// What an error is multiplied by on its way through a hidden unit.
  ///
  /// @param z1 the sum of the unit
  double slope(double z1) {
    return switch (mistake()) {
      case ERRORS_PASS_AN_OFF_UNIT -> 1;
      case VALUE_FOR_SLOPE -> z1;
      default -> problem.activation().derivative(z1);
    };
  }

  private double[] columns(double[][] rows) {
    var sums = new double[rows[0].length];
    for (double[] row : rows) {
      for (int c = 0; c < sums.length; c++) {
        sums[c] += row[c];
      }
    }
    if (problem.averaging() == Averaging.SUM_BESIDE_MEAN) {
      for (int c = 0; c < sums.length; c++) {
        sums[c] /= rows.length;
      }
    }
    return sums;
  }

  /// [Parameters#descend], with the mistake in it.
  Parameters descend(Parameters at, double rate, Gradients gradients) {
    var right = at.descend(rate, gradients);
    return switch (mistake()) {
      case CLIMBS_THE_GRADIENT -> at.descend(-rate, gradients);
      case RATE_LEFT_OUT -> at.descend(1, gradients);
      case BIASES_NOT_UPDATED -> new Parameters(right.w1(), at.b1(), right.w2(), at.b2());
      case LAST_LAYER_ONLY -> new Parameters(at.w1(), at.b1(), right.w2(), right.b2());
      default -> right;
    };
  }

  /// Whether a parameter takes no step.
  boolean keeps(Place.Of tensor) {
    return switch (mistake()) {
      case BIASES_NOT_UPDATED -> tensor.isBias();
      case LAST_LAYER_ONLY -> tensor == Place.Of.W1 || tensor == Place.Of.B1;
      default -> false;
    };
  }
}
