package dev.stepwise.testing;

import dev.stepwise.compute.run.Value;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// What variables hold, as text that is equal where every number is: arrays have no `equals`, and
/// comparing them by reflection takes most of a test's time.
public final class Contents {
  private Contents() {}

  /// All variables, each on its line.
  public static String of(Map<String, Value> variables) {
    return variables.entrySet().stream()
        .map(entry -> entry.getKey() + " = " + of(entry.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String of(Value value) {
    return switch (value) {
      case Value.Vector(var values) -> Arrays.toString(values);
      case Value.Labels(var values) -> Arrays.toString(values);
      case Value.Matrix(var rows) -> Arrays.deepToString(rows);
      case Value.Many(var values) ->
          values.stream().map(Contents::of).collect(Collectors.joining(", ", "[", "]"));
      case Value.Named(var values) -> "{" + of(values) + "}";
      default -> value.toString();
    };
  }
}
