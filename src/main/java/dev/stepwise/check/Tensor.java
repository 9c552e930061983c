package dev.stepwise.check;

import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// An array of numbers of any number of dimensions, row by row as NumPy keeps it.
///
/// @param shape its sides; none for a single number
/// @param data shared, never written to
/// @param kind what kind of numbers it was made of
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
record Tensor(int[] shape, double[] data, Kind kind) {

  /// What numbers an array is made of.
  enum Kind {
    /// Doubles.
    DOUBLE,
    /// Single or half precision.
    SINGLE,
    /// Whole numbers.
    WHOLE,
    /// Truth values.
    FLAG
  }

  static Tensor scalar(double value) {
    return new Tensor(new int[0], new double[] {value}, Kind.DOUBLE);
  }

  static Tensor vector(double[] values) {
    return new Tensor(new int[] {values.length}, values, Kind.DOUBLE);
  }

  static Tensor labels(int[] values) {
    return new Tensor(
        new int[] {values.length}, Arrays.stream(values).asDoubleStream().toArray(), Kind.WHOLE);
  }

  static Tensor matrix(double[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    var data = new double[rows.length * columns];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, data, i * columns, columns);
    }
    return new Tensor(new int[] {rows.length, columns}, data, Kind.DOUBLE);
  }

  /// Arrays of one shape above each other.
  static Tensor stacked(List<Tensor> parts) {
    var first = parts.getFirst();
    int size = first.data.length;
    var data = new double[parts.size() * size];
    for (int i = 0; i < parts.size(); i++) {
      System.arraycopy(parts.get(i).data, 0, data, i * size, size);
    }
    var shape = new int[first.shape.length + 1];
    shape[0] = parts.size();
    System.arraycopy(first.shape, 0, shape, 1, first.shape.length);
    return new Tensor(shape, data, first.kind);
  }

  int size() {
    return data.length;
  }

  /// As a value of a run has it.
  Value value() {
    return switch (shape.length) {
      case 0 ->
          switch (kind) {
            case WHOLE -> new Value.Whole((long) data[0]);
            case FLAG -> new Value.Flag(data[0] != 0);
            case DOUBLE, SINGLE -> new Value.Scalar(data[0]);
          };
      case 1 ->
          kind == Kind.WHOLE
              ? new Value.Labels(Arrays.stream(data).mapToInt(each -> (int) each).toArray())
              : new Value.Vector(data.clone());
      case 2 -> new Value.Matrix(rows());
      default -> {
        var parts = new ArrayList<Value>();
        int[] inner = Arrays.copyOfRange(shape, 1, shape.length);
        int width = shape[0] == 0 ? 0 : data.length / shape[0];
        for (int i = 0; i < shape[0]; i++) {
          double[] part = Arrays.copyOfRange(data, i * width, (i + 1) * width);
          parts.add(new Tensor(inner, part, kind).value());
        }
        yield new Value.Many(parts);
      }
    };
  }

  double[][] rows() {
    var rows = new double[shape[0]][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(data, i * shape[1], (i + 1) * shape[1]);
    }
    return rows;
  }

  /// The same without sides of length 1.
  Tensor squeezed() {
    int[] sides = Arrays.stream(shape).filter(side -> side != 1).toArray();
    return sides.length == shape.length ? this : new Tensor(sides, data, kind);
  }

  /// The same with its axes in every order, its own first; itself alone where it has more than
  /// four.
  List<Tensor> turned() {
    var all = new ArrayList<Tensor>();
    all.add(this);
    if (shape.length < 2 || shape.length > 4) {
      return all;
    }
    for (var order : orders(shape.length)) {
      boolean own = true;
      for (int axis = 0; axis < order.length; axis++) {
        own &= order[axis] == axis;
      }
      if (!own) {
        all.add(permuted(order));
      }
    }
    return all;
  }

  private static List<int[]> orders(int n) {
    if (n == 0) {
      return List.of(new int[0]);
    }
    var all = new ArrayList<int[]>();
    for (var shorter : orders(n - 1)) {
      for (int place = 0; place < n; place++) {
        var order = new int[n];
        System.arraycopy(shorter, 0, order, 0, place);
        order[place] = n - 1;
        System.arraycopy(shorter, place, order, place + 1, n - 1 - place);
        all.add(order);
      }
    }
    return all;
  }

  Tensor permuted(int... order) {
    int rank = shape.length;
    var sides = new int[rank];
    var strides = new int[rank];
    var own = new int[rank];
    for (int axis = rank - 1, stride = 1; axis >= 0; axis--) {
      own[axis] = stride;
      stride *= shape[axis];
    }
    for (int axis = 0; axis < rank; axis++) {
      sides[axis] = shape[order[axis]];
      strides[axis] = own[order[axis]];
    }
    var out = new double[data.length];
    var index = new int[rank];
    for (int i = 0; i < out.length; i++) {
      int at = 0;
      for (int axis = 0; axis < rank; axis++) {
        at += index[axis] * strides[axis];
      }
      out[i] = data[at];
      for (int axis = rank - 1; axis >= 0 && ++index[axis] == sides[axis]; axis--) {
        index[axis] = 0;
      }
    }
    return new Tensor(sides, out, kind);
  }

  /// The place of a number, given its place in the data.
  List<Integer> index(int flat) {
    var index = new Integer[shape.length];
    int left = flat;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] = left % shape[axis];
      left /= shape[axis];
    }
    return List.of(index);
  }

  /// The largest of its numbers, without sign; infinities and NaN are left out.
  double largest() {
    double largest = 0;
    for (double value : data) {
      if (Double.isFinite(value)) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }

  /// Whether all its numbers are the same.
  boolean isFlat() {
    for (double value : data) {
      if (value != data[0]) {
        return false;
      }
    }
    return true;
  }

  /// `11×4`; `a number` for a single one.
  String sides() {
    return shape.length == 0
        ? "a number"
        : Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining("×"));
  }
}
