package dev.stepwise.check;

import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Values as JSON has them: lists, numbers, texts.
final class Plain {
  private Plain() {}

  static Object of(Value value) {
    return switch (value) {
      case Value.Scalar(double number) -> number;
      case Value.Whole(long number) -> number;
      case Value.Flag(boolean flag) -> flag;
      case Value.Text(String text) -> text;
      case Value.Vector(double[] values) -> list(values);
      case Value.Labels(int[] values) ->
          Arrays.stream(values).mapToObj(each -> (long) each).toList();
      case Value.Matrix(double[][] rows) -> matrix(rows);
      case Value.Many(List<Value> values) -> values.stream().map(Plain::of).toList();
      case Value.Named(var values) -> {
        Map<String, Object> named = new LinkedHashMap<>();
        values.forEach((key, each) -> named.put(key, of(each)));
        yield named;
      }
    };
  }

  /// A value of a scenario.
  static Object of(Object given) {
    return switch (given) {
      case double[][] rows -> matrix(rows);
      case double[] values -> list(values);
      case int[] labels -> Arrays.stream(labels).mapToObj(each -> (long) each).toList();
      default -> given;
    };
  }

  static List<Object> matrix(double[][] rows) {
    var lists = new ArrayList<Object>();
    for (double[] row : rows) {
      lists.add(list(row));
    }
    return lists;
  }

  static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
