package dev.stepwise.compute.attention;

/// How far scores lie apart.
final class Spread {
  private Spread() {}

  static boolean allEqual(double[][] rows) {
    for (double[] row : rows) {
      for (double value : row) {
        if (value != rows[0][0]) {
          return false;
        }
      }
    }
    return true;
  }

  /// The standard deviation. Scores may be as large as 10²⁴⁰, so they are scaled before they are
  /// squared.
  static double deviation(double[][] rows) {
    double largest = 0;
    double sum = 0;
    long count = 0;
    for (double[] row : rows) {
      for (double value : row) {
        largest = Math.max(largest, Math.abs(value));
        sum += value;
        count++;
      }
    }
    if (largest == 0) {
      return 0;
    }
    double mean = sum / count;
    double squares = 0;
    for (double[] row : rows) {
      for (double value : row) {
        double off = (value - mean) / largest;
        squares += off * off;
      }
    }
    return largest * Math.sqrt(squares / count);
  }
}
