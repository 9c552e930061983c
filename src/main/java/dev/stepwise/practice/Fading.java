package dev.stepwise.practice;

/// How much of an example is left to the learner as examples of a kind follow each other (Renkl and
/// Atkinson 2003, “Structuring the transition from example study to problem solving”).
public enum Fading {
  /// A worked example first; then the last number is yours, then the last two, then all.
  WORKED_FIRST("Worked example first"),
  /// All of them first, then fewer, down to a worked example, and again: trying before being shown
  /// (Kapur 2008, “Productive failure”).
  BLANKS_FIRST("All blanks first");

  private static final int ROUND = 4;

  private final String title;

  Fading(String title) {
    this.title = title;
  }

  /// For people.
  public String title() {
    return title;
  }

  /// How many of an example's numbers are the learner's, always the last ones.
  ///
  /// @param numbers of the example
  /// @param earlier how many examples of the kind there were before
  public int yours(int numbers, int earlier) {
    return switch (this) {
      case WORKED_FIRST -> earlier >= ROUND - 1 ? numbers : Math.min(numbers, earlier);
      case BLANKS_FIRST -> {
        int round = earlier % ROUND;
        yield round == 0 ? numbers : Math.min(numbers, ROUND - 1 - round);
      }
    };
  }
}
