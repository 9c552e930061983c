package dev.stepwise.draw;

/// Something on a picture that may be the answer to a question, or that it is about.
///
/// @param element what was drawn
/// @param label the key that chooses it
/// @param state how it stands
public record Candidate(Element element, String label, State state) {

  /// What a question is about.
  public static Candidate subject(Element element) {
    return new Candidate(element, "", State.SUBJECT);
  }

  /// Whether it can be chosen.
  public boolean isAnswer() {
    return state != State.SUBJECT;
  }

  /// How it stands.
  public enum State {
    /// It is no answer: it is what is asked about.
    SUBJECT,
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
