package dev.stepwise.draw;

/// Numbers in an order, whose extremes over a range are found without looking at each of them.
public interface Sequence {
  /// How many there are.
  int size();

  /// One of them.
  ///
  /// @param index from 0
  double at(int index);

  /// The least finite number of a range; NaN where there is none.
  ///
  /// @param from,to the range, `to` not included
  double least(int from, int to);

  /// The greatest finite number of a range; NaN where there is none.
  ///
  /// @param from,to the range, `to` not included
  double most(int from, int to);
}
