package dev.stepwise.shell.checking;

import dev.stepwise.check.Report.Sides;
import dev.stepwise.compute.run.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The part of two arrays that can be drawn beside each other: a matrix, or a vector as a row; of
/// arrays with more axes the matrix in which the first difference is.
///
/// @param yours rows of equal length
/// @param run of the same shape
/// @param row,column of the first difference
/// @param within the indices before those; none of a matrix
@SuppressWarnings("ArrayRecordComponent") // shared, never written to
record Slice(double[][] yours, double[][] run, int row, int column, List<Integer> within) {

  /// The part; empty where there is nothing to draw.
  static Optional<Slice> of(Sides sides) {
    var yours = sides.yours();
    var run = sides.run();
    var at = sides.at();
    int depth = 0;
    while (yours instanceof Value.Many(var mine)
        && run instanceof Value.Many(var right)
        && depth < at.size()
        && at.get(depth) < Math.min(mine.size(), right.size())) {
      yours = mine.get(at.get(depth));
      run = right.get(at.get(depth));
      depth++;
    }
    var mine = rows(yours);
    var right = rows(run);
    var left = at.subList(depth, at.size());
    boolean fits =
        mine.length > 0
            && mine.length == right.length
            && mine[0].length > 0
            && mine[0].length == right[0].length
            && !left.isEmpty();
    return fits
        ? Optional.of(
            new Slice(
                mine,
                right,
                left.size() > 1 ? left.getFirst() : 0,
                left.getLast(),
                at.subList(0, depth)))
        : Optional.empty();
  }

  private static double[][] rows(Value value) {
    return switch (value) {
      case Value.Matrix(double[][] rows) -> rows;
      case Value.Vector(double[] values) -> new double[][] {values};
      case Value.Labels(int[] labels) ->
          new double[][] {Arrays.stream(labels).asDoubleStream().toArray()};
      case Value.Scalar _, Value.Whole _, Value.Flag _, Value.Text _, Value.Many _, Value.Named _ ->
          new double[0][];
    };
  }

  int rows() {
    return run.length;
  }

  int columns() {
    return run[0].length;
  }
}
