package dev.stepwise.shell;

import dev.stepwise.compute.exercise.Schema.Field;
import dev.stepwise.compute.exercise.Schema.Kind;
import dev.stepwise.compute.run.Numbers;
import java.util.List;
import java.util.stream.Stream;

/// The values that a setting may have instead of the one that it has.
final class OtherValues {
  private static final List<Double> FACTORS = List.of(0.1, 0.5, 2.0, 10.0);

  private OtherValues() {}

  /// Every other word of a choice; of a number, its usual value and some that are smaller and
  /// larger.
  static List<Object> of(Field field, Object now) {
    return switch (field.kind()) {
      case Kind.Choice(var options, _) ->
          options.stream()
              .<Object>map(option -> option)
              .filter(other -> !other.equals(now))
              .toList();
      case Kind.Flag _ -> List.of(!(Boolean) now);
      case Kind.Whole(long least, long most, var standard) ->
          Stream.concat(
                  Stream.ofNullable(standard),
                  FACTORS.stream().map(factor -> around((Long) now, factor)))
              .filter(other -> other >= least && other <= most && !other.equals(now))
              .distinct()
              .sorted()
              .<Object>map(other -> other)
              .toList();
      case Kind.Real(double least, double most, var standard) ->
          Stream.concat(
                  Stream.ofNullable(standard),
                  FACTORS.stream().map(factor -> near((Double) now, factor)))
              .filter(other -> other >= least && other <= most && !other.equals(now))
              .distinct()
              .sorted()
              .<Object>map(other -> other)
              .toList();
      default -> List.of();
    };
  }

  private static Long around(long now, double factor) {
    return now == 0 ? Math.round(factor) : Math.round(now * factor);
  }

  /// Rounded as it is printed.
  private static Double near(double now, double factor) {
    return Numbers.printed((now == 0 ? 1 : now) * factor, 0);
  }

  /// A value for people.
  static String words(Field field, Object value) {
    return switch (value) {
      case Boolean on -> on ? "on" : "off";
      case Double number -> Numbers.given(number);
      case String id -> field.variants().getOrDefault(id, id.isEmpty() ? "none" : id);
      default -> value.toString();
    };
  }
}
