package dev.stepwise.quiz;

/// What a typed number is read as, for tests elsewhere.
public final class TypedNumbers {
  private TypedNumbers() {}

  /// Whether a text is a number or an expression that has one.
  public static boolean isNumber(String text) {
    return Expression.read(text) instanceof Expression.Reading.Value;
  }
}
