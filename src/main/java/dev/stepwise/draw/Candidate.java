package dev.stepwise.draw;

/// Something on a picture that may be the answer to a question.
///
/// @param element what was drawn
/// @param label the key that chooses it
/// @param state how it stands
public record Candidate(Element element, String label, State state) {

  /// How an answer stands.
  public enum State {
    /// It can be chosen.
    OFFERED,
    /// It is chosen.
    PICKED,
    /// It is the right one.
    RIGHT,
    /// It was chosen and is wrong.
    WRONG
  }
}
