package dev.stepwise.compute.derivation;

import dev.stepwise.compute.run.Ref;
import java.util.function.Function;

/// What the numbers that something was made from are called in its table.
///
/// @param head the head of the column of names, such as `centroid`
/// @param valueHead the head of the column of numbers, such as `distance`
/// @param name the name of the number at an address, such as `3`
public record OperandNames(String head, String valueHead, Function<Ref, String> name) {
  /// By their addresses.
  public static final OperandNames ADDRESSES = new OperandNames("number", "value", Ref::text);
}
