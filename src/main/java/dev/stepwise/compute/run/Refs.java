package dev.stepwise.compute.run;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// The addresses of the numbers of variables, each made when it is asked for: there may be
/// millions.
final class Refs extends AbstractList<Ref> {
  private final List<Block> blocks = new ArrayList<>();
  private int size;

  /// Numbers that stand side by side.
  ///
  /// @param outer the indices that all of them begin with
  /// @param shape of the numbers inside; empty for a single one
  /// @param start how many stand in the blocks before
  @SuppressWarnings("ArrayRecordComponent") // made here, never written to
  private record Block(String variable, List<Integer> outer, int[] shape, int start) {
    int count() {
      return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    Ref at(int place) {
      var inner = new Integer[shape.length];
      int left = place;
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        inner[axis] = left % shape[axis];
        left /= shape[axis];
      }
      return new Ref(variable, joined(outer, List.of(inner)));
    }
  }

  /// The same and those of a variable.
  Refs with(String variable, Value value) {
    add(variable, List.of(), value);
    return this;
  }

  private void add(String variable, List<Integer> outer, Value value) {
    switch (value) {
      case Value.Scalar _, Value.Whole _ -> add(variable, outer);
      case Value.Vector(double[] numbers) -> add(variable, outer, numbers.length);
      case Value.Labels(int[] labels) -> add(variable, outer, labels.length);
      case Value.Matrix(double[][] rows) ->
          add(variable, outer, rows.length, rows.length == 0 ? 0 : rows[0].length);
      case Value.Many(List<Value> values) -> {
        for (int i = 0; i < values.size(); i++) {
          add(variable, joined(outer, List.of(i)), values.get(i));
        }
      }
      default -> {
        // what isn't made of numbers has none
      }
    }
  }

  private void add(String variable, List<Integer> outer, int... shape) {
    var block = new Block(variable, outer, shape, size);
    blocks.add(block);
    size = Math.addExact(size, block.count());
  }

  private static List<Integer> joined(List<Integer> outer, List<Integer> inner) {
    var all = new ArrayList<>(outer);
    all.addAll(inner);
    return all;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Ref get(int index) {
    Objects.checkIndex(index, size);
    int low = 0;
    int high = blocks.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (blocks.get(middle).start() <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    var block = blocks.get(low);
    return block.at(index - block.start());
  }
}
