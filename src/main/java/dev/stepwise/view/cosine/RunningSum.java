package dev.stepwise.view.cosine;

import java.util.function.DoubleFunction;

/// Shares and what they add up to, as they are printed: a column in which each sum is the one above
/// it and the share beside it, added as they stand there, and whose last sum gives what is computed
/// from it as it is printed elsewhere. For that all of them have as many decimals as it takes.
///
/// @param start the sum before the first share
/// @param shares in their order
/// @param decimals with how many decimals all of them are printed
@SuppressWarnings("ArrayRecordComponent") // made here, never written to
record RunningSum(double start, double[] shares, int decimals) {
  private static final int MOST = 6;

  /// @param result what is printed of the last sum, such as its root
  static RunningSum of(double start, double[] shares, DoubleFunction<String> result) {
    double whole = start;
    for (double share : shares) {
      whole += share;
    }
    var column = new RunningSum(start, shares, Figures.USUAL);
    while (column.decimals < MOST
        && !result.apply(column.after(shares.length)).equals(result.apply(whole))) {
      column = new RunningSum(start, shares, column.decimals + 1);
    }
    return column;
  }

  /// The sum of the first shares, as they are printed.
  double after(int count) {
    double sum = Figures.read(start, decimals);
    for (int row = 0; row < count; row++) {
      sum = Figures.read(sum + Figures.read(shares[row], decimals), decimals);
    }
    return sum;
  }

  /// A share as it is printed.
  String share(int row) {
    return Figures.share(shares[row], decimals);
  }

  /// The sum of the first shares, as it is printed.
  String sum(int count) {
    return Figures.sum(after(count), decimals);
  }
}
