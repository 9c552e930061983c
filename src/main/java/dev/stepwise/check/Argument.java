package dev.stepwise.check;

import java.util.List;

/// An input of an exercise, as learners' functions take it.
///
/// @param name its name in the listing
/// @param synonyms other names, compared without case and underscores
/// @param role what becomes of it in other conventions
/// @param order whether parameters of unknown names take it, in the order of the arguments
record Argument(String name, List<String> synonyms, Role role, boolean order) {

  /// What an input is.
  enum Role {
    /// Anything else.
    OTHER,
    /// A matrix that may be kept transposed.
    WEIGHT,
    /// A vector added to a product.
    BIAS,
    /// A state of one time step.
    STATE,
    /// What may come as a batch of one.
    SEQUENCE
  }

  Argument {
    synonyms = List.copyOf(synonyms);
  }

  /// @param synonyms with blanks between them
  static Argument of(String name, Role role, String synonyms) {
    return new Argument(name, words(synonyms), role, true);
  }

  /// One that no parameter takes for its place alone.
  static Argument named(String name, Role role, String synonyms) {
    return new Argument(name, words(synonyms), role, false);
  }

  private static List<String> words(String words) {
    return words.isBlank() ? List.of() : List.of(words.strip().split("\\s+"));
  }
}
