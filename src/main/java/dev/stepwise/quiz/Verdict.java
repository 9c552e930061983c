package dev.stepwise.quiz;

/// What is said of an answer.
public sealed interface Verdict {

  /// It is right, to the digits that are shown.
  ///
  /// @param shown the number as the app prints it
  record Right(String shown) implements Verdict {}

  /// It is wrong, and what a known slip would give.
  record Slipped(Slip slip) implements Verdict {}

  /// It is wrong.
  record Wrong() implements Verdict {}

  /// It is no number.
  ///
  /// @param words what is wrong and what would be right
  record Unreadable(String words) implements Verdict {}

  /// In words.
  default String words() {
    return switch (this) {
      case Right(String shown) -> "Right, to the digits shown: %s.".formatted(shown);
      case Slipped(var slip) -> slip.hint();
      case Wrong _ -> "Not yet. Try again, or ask for a hint.";
      case Unreadable(String words) -> words;
    };
  }
}
