package dev.stepwise.compute.run;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// In which numbers two steps differ.
public final class Differences {
  /// The same work done in another order may differ in the last bits.
  private static final double SAME = 1e-9;

  private Differences() {}

  /// The first number of some variables that the others do not have, or have another value of, in
  /// reading order; empty where there is none.
  public static Optional<Ref> first(Map<String, Value> variables, Map<String, Value> others) {
    return variables.entrySet().stream()
        .flatMap(variable -> Ref.all(variable.getKey(), variable.getValue()).stream())
        .filter(ref -> !agree(ref.in(variables), ref.in(others)))
        .findFirst();
  }

  /// Whether two numbers are the same but for the last bits, or none of them is there.
  public static boolean agree(OptionalDouble one, OptionalDouble other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() == other.isEmpty();
    }
    return agree(one.getAsDouble(), other.getAsDouble());
  }

  /// Whether two numbers are the same but for the last bits; NaN is NaN.
  public static boolean agree(double one, double other) {
    return Double.compare(one, other) == 0
        || Math.abs(one - other) <= SAME * Math.max(1, Math.max(Math.abs(one), Math.abs(other)));
  }
}
