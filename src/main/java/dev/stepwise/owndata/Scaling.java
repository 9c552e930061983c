package dev.stepwise.owndata;

import dev.stepwise.compute.run.Cancellation;

/// What is done to columns before they are computed with.
public enum Scaling {
  /// The numbers stay as they are.
  AS_GIVEN {
    @Override
    public double[][] apply(double[][] rows) {
      return rows;
    }
  },

  /// Each column gets mean 0 and standard deviation 1, so that none counts more because of its
  /// unit; a column whose numbers are all equal becomes 0. The standard deviation is the
  /// population's: the root of the mean squared deviation.
  STANDARDISED {
    @Override
    public double[][] apply(double[][] rows) {
      var scaled = new double[rows.length][rows[0].length];
      for (int c = 0; c < rows[0].length; c++) {
        Cancellation.checkpoint();
        standardise(rows, scaled, c);
      }
      return scaled;
    }
  };

  /// The scaled rows.
  ///
  /// @param rows n×d with n at least 1; not written to
  public abstract double[][] apply(double[][] rows);

  private static void standardise(double[][] rows, double[][] scaled, int column) {
    double unit = unit(rows, column);
    double sum = 0;
    for (double[] row : rows) {
      sum += row[column] / unit;
    }
    double mean = sum / rows.length;
    double squares = 0;
    boolean constant = true;
    for (double[] row : rows) {
      double gap = row[column] / unit - mean;
      squares += gap * gap;
      constant &= row[column] == rows[0][column];
    }
    double spread = Math.sqrt(squares / rows.length);
    for (int i = 0; i < rows.length; i++) {
      scaled[i][column] = constant || spread == 0 ? 0 : (rows[i][column] / unit - mean) / spread;
    }
  }

  /// A power of two as large as the largest number, so that no square overflows and dividing by it
  /// is exact.
  private static double unit(double[][] rows, int column) {
    double largest = Double.MIN_NORMAL;
    for (double[] row : rows) {
      largest = Math.max(largest, Math.abs(row[column]));
    }
    return Math.scalb(1.0, Math.getExponent(largest));
  }
}
