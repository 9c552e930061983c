package dev.stepwise.compute.lstm;

import org.apache.commons.math3.util.FastMath;

/// What the cells do to vectors, element by element. Arguments are never written to. `FastMath`
/// gives the same exponentials on every platform.
public final class Vectors {
  private Vectors() {}

  /// The logistic function 1 / (1 + e^−a): 0 to 1, ½ at 0. Exact at the ends: where e^−a overflows
  /// it is 0.
  public static double sigmoid(double a) {
    return 1 / (1 + FastMath.exp(-a));
  }

  /// The hyperbolic tangent: −1 to 1, 0 at 0.
  public static double tanh(double a) {
    return FastMath.tanh(a);
  }

  /// [#sigmoid(double)] of each element.
  static double[] sigmoid(double[] a) {
    var result = new double[a.length];
    for (int j = 0; j < a.length; j++) {
      result[j] = sigmoid(a[j]);
    }
    return result;
  }

  /// [#tanh(double)] of each element.
  static double[] tanh(double[] a) {
    var result = new double[a.length];
    for (int j = 0; j < a.length; j++) {
      result[j] = tanh(a[j]);
    }
    return result;
  }

  /// The elements of both, one after the other.
  static double[] concatenate(double[] first, double[] second) {
    var result = new double[first.length + second.length];
    System.arraycopy(first, 0, result, 0, first.length);
    System.arraycopy(second, 0, result, first.length, second.length);
    return result;
  }

  /// The products of two vectors of one length, element by element.
  static double[] times(double[] left, double[] right) {
    var result = new double[left.length];
    for (int j = 0; j < left.length; j++) {
      result[j] = left[j] * right[j];
    }
    return result;
  }

  /// The sums of two vectors of one length, element by element.
  static double[] plus(double[] left, double[] right) {
    var result = new double[left.length];
    for (int j = 0; j < left.length; j++) {
      result[j] = left[j] + right[j];
    }
    return result;
  }

  /// 1 minus each element.
  static double[] complement(double[] values) {
    var result = new double[values.length];
    for (int j = 0; j < values.length; j++) {
      result[j] = 1 - values[j];
    }
    return result;
  }
}
