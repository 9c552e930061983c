package dev.stepwise.owndata;

/// What a typed text was read as.
///
/// @param <P> what it becomes, such as a problem
public sealed interface TextReading<P> {

  /// It can be used.
  ///
  /// @param outcome what it became, in a few words: `10 tokens`
  record Usable<P>(P problem, String outcome) implements TextReading<P> {}

  /// It cannot be used as it is.
  ///
  /// @param reason what is wrong and what would be right, in a sentence
  record Unusable<P>(String reason) implements TextReading<P> {}
}
