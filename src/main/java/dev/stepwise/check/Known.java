package dev.stepwise.check;

import java.util.Map;
import java.util.Objects;

/// What is known to be there: the variables that a kind of step has, the inputs that a complete
/// scenario states.
final class Known {
  private Known() {}

  /// The value of a name.
  ///
  /// @throws NullPointerException where there is none: a defect
  static <V> V of(Map<String, V> values, String name) {
    return Objects.requireNonNull(values.get(name), name);
  }
}
