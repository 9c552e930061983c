package dev.stepwise.draw;

import dev.stepwise.compute.run.Ref;

/// A number of a frame on a stage. What isn't a number, such as a token or a unit, has an element
/// of its exercise's own.
///
/// @param ref its address
public record NumberElement(Ref ref) implements Element {
  /// The number at these indices of a variable.
  public static NumberElement of(String variable, int... indices) {
    return new NumberElement(Ref.of(variable, indices));
  }
}
