package dev.stepwise.compute.cosine;

import org.apache.commons.math3.util.FastMath;

/// Lengths, angles and products of vectors, whatever the size of their numbers: what would overflow
/// or vanish is scaled by a power of two on the way, which changes no digit.
public final class Geometry {
  /// Below this, numbers have fewer digits, or soon will when they are multiplied.
  private static final double COARSE = 1e-290;

  /// Up to this, products can be added up without overflow.
  private static final double LARGEST_PRODUCT = 1e290;

  private Geometry() {}

  /// The Euclidean norm, 0 for the zero vector alone: numbers whose squares would overflow or
  /// vanish are scaled before they are squared.
  public static double norm(double[] vector) {
    int exponent = Scaling.exponent(Scaling.largest(vector));
    return Math.scalb(scaledNorm(vector, exponent), exponent);
  }

  private static double scaledNorm(double[] vector, int exponent) {
    double squares = 0;
    for (double value : vector) {
      double scaled = exponent == 0 ? value : Math.scalb(value, -exponent);
      squares += scaled * scaled;
    }
    return Math.sqrt(squares);
  }

  /// A vector divided by its norm plus epsilon: `0/0 = NaN` for a zero vector without epsilon.
  ///
  /// @param norm of the vector; near the least numbers there are it is too coarse to divide by, and
  ///   the scaled one is taken instead
  public static double[] normalised(double[] vector, double norm, double epsilon) {
    int exponent = norm == 0 || norm > COARSE ? 0 : Scaling.exponent(Scaling.largest(vector));
    double divisor =
        exponent == 0
            ? norm + epsilon
            : scaledNorm(vector, exponent) + Math.scalb(epsilon, -exponent);
    var unit = new double[vector.length];
    for (int j = 0; j < vector.length; j++) {
      unit[j] = (exponent == 0 ? vector[j] : Math.scalb(vector[j], -exponent)) / divisor;
    }
    return unit;
  }

  /// The distance of two vectors over the first coordinates alone.
  ///
  /// @param count how many of them
  public static double distance(double[] one, double[] other, int count) {
    var gaps = new double[count];
    for (int j = 0; j < count; j++) {
      gaps[j] = one[j] - other[j];
    }
    return norm(gaps);
  }

  /// The dot product of two vectors over the first coordinates alone.
  ///
  /// @param count how many of them
  public static double dot(double[] one, double[] other, int count) {
    double largest = Scaling.largest(one) * Scaling.largest(other);
    boolean safe = largest == 0 || (largest > COARSE && largest < LARGEST_PRODUCT);
    int ofOne = safe ? 0 : Math.getExponent(Scaling.largest(one));
    int ofOther = safe ? 0 : Math.getExponent(Scaling.largest(other));
    double sum = 0;
    for (int j = 0; j < count; j++) {
      sum += safe ? one[j] * other[j] : Math.scalb(one[j], -ofOne) * Math.scalb(other[j], -ofOther);
    }
    return safe ? sum : Math.scalb(sum, ofOne + ofOther);
  }

  /// The angle between two vectors in degrees, 0 to 180, whatever their lengths and epsilon are;
  /// NaN where one of them is zero. Precise for the smallest angles too, where the inverse cosine
  /// is not.
  ///
  /// W. Kahan, "How Futile are Mindless Assessments of Roundoff in Floating-Point Computation?",
  /// 2006, section 12.
  public static double degrees(double[] one, double[] other) {
    double[] u = normalised(one, norm(one), 0);
    double[] v = normalised(other, norm(other), 0);
    double difference = 0;
    double sum = 0;
    for (int j = 0; j < u.length; j++) {
      difference += (u[j] - v[j]) * (u[j] - v[j]);
      sum += (u[j] + v[j]) * (u[j] + v[j]);
    }
    return FastMath.toDegrees(2 * FastMath.atan2(Math.sqrt(difference), Math.sqrt(sum)));
  }

  /// The cosine of that angle, −1 to 1; NaN where there is none.
  public static double cosine(double[] one, double[] other) {
    double[] u = normalised(one, norm(one), 0);
    double[] v = normalised(other, norm(other), 0);
    return Math.clamp(dot(u, v, u.length), -1.0, 1.0);
  }
}
