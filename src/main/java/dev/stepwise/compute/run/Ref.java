package dev.stepwise.compute.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// The address of a number of a frame.
///
/// @param variable its variable, by the name that it has in the listing
/// @param indices its place in it, each from 0 as NumPy counts; none for a single number
public record Ref(String variable, List<Integer> indices) {

  /// Copies what it is given.
  public Ref {
    indices = List.copyOf(indices);
  }

  /// An address.
  public static Ref of(String variable, int... indices) {
    return new Ref(variable, Arrays.stream(indices).boxed().toList());
  }

  /// The addresses of all the numbers of a variable, in reading order; none where it holds none.
  public static List<Ref> all(String variable, Value value) {
    return new Refs().with(variable, value);
  }

  /// The addresses of all the numbers of some variables, in the order of their names; none of those
  /// that are not there.
  public static List<Ref> all(Map<String, Value> variables, List<String> names) {
    var refs = new Refs();
    for (var name : names) {
      var value = variables.get(name);
      if (value != null) {
        refs.with(name, value);
      }
    }
    return refs;
  }

  /// One of its indices; the first is 0.
  public int index(int at) {
    return indices.get(at);
  }

  /// The number that stands there among a frame's variables; empty where there is none.
  public OptionalDouble in(Map<String, Value> variables) {
    var value = variables.get(variable);
    return value == null ? OptionalDouble.empty() : at(value, indices);
  }

  /// As it is written in the listing: `scores[0, 1]`.
  public String text() {
    var inner = indices.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return indices.isEmpty() ? variable : variable + "[" + inner + "]";
  }

  /// As it is written in a formula: a short name with its indices below it, a long one upright.
  public String latex() {
    var below = indices.stream().map(String::valueOf).collect(Collectors.joining(","));
    int split = variable.indexOf('_');
    var stem = split < 0 ? variable : variable.substring(0, split);
    boolean isSymbol = stem.length() == 1 && variable.length() <= 3;
    var name = isSymbol ? stem : "\\text{%s}".formatted(variable.replace("_", "\\_"));
    var lower = isSymbol && split >= 0 ? variable.substring(split + 1) : "";
    var all = lower.isEmpty() || below.isEmpty() ? lower + below : lower + ",\\," + below;
    return all.isEmpty() ? name : name + "_{" + all + "}";
  }

  private static OptionalDouble at(Value value, List<Integer> indices) {
    if (indices.isEmpty()) {
      return switch (value) {
        case Value.Scalar(double number) -> OptionalDouble.of(number);
        case Value.Whole(long number) -> OptionalDouble.of((double) number);
        default -> OptionalDouble.empty();
      };
    }
    int index = indices.getFirst();
    var rest = indices.subList(1, indices.size());
    return switch (value) {
      case Value.Vector(double[] values) when has(index, values.length) && rest.isEmpty() ->
          OptionalDouble.of(values[index]);
      case Value.Labels(int[] values) when has(index, values.length) && rest.isEmpty() ->
          OptionalDouble.of(values[index]);
      case Value.Matrix(double[][] rows) when has(index, rows.length) ->
          at(new Value.Vector(rows[index]), rest);
      case Value.Many(List<Value> values) when has(index, values.size()) ->
          at(values.get(index), rest);
      default -> OptionalDouble.empty();
    };
  }

  private static boolean has(int index, int length) {
    return index >= 0 && index < length;
  }
}
