package dev.stepwise.compute.cosine;

/// Powers of two by which numbers are divided before they are squared, so that no square overflows
/// or vanishes: dividing by a power of two changes no digit.
///
/// J. L. Blue, "A portable Fortran program to find the Euclidean norm of a vector", ACM
/// Transactions on Mathematical Software 4 (1978).
final class Scaling {
  /// Between these, squares of numbers and sums of them are neither infinite nor imprecise.
  private static final double SMALL = 1e-140;

  private static final double LARGE = 1e140;

  private Scaling() {}

  /// The size of the largest number; NaN where one is.
  static double largest(double[] numbers) {
    double largest = 0;
    for (double number : numbers) {
      largest = Math.max(largest, Math.abs(number));
    }
    return largest;
  }

  /// Whether numbers of at most this size can be squared as they are.
  static boolean isSafe(double largest) {
    return largest == 0 || (largest > SMALL && largest < LARGE) || !Double.isFinite(largest);
  }

  /// The exponent of two that brings numbers of at most this size near 1; 0 where they are safe.
  static int exponent(double largest) {
    return isSafe(largest) ? 0 : Math.getExponent(largest);
  }

  /// The power of ten that brings numbers of at most this size between 1 and 10, for people.
  static double powerOfTen(double largest) {
    return Math.pow(10, Math.floor(Math.log10(largest)));
  }
}
