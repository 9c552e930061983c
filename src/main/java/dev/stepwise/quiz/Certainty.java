package dev.stepwise.quiz;

/// How sure a learner was of an answer.
public enum Certainty {
  /// It could as well have been another.
  GUESS("A guess"),
  /// More likely than not.
  FAIRLY("Fairly"),
  /// No doubt.
  CERTAIN("Certain");

  private final String title;

  Certainty(String title) {
    this.title = title;
  }

  /// For people.
  public String title() {
    return title;
  }
}
