package dev.stepwise.quiz;

/// How much of a step is left to the learner: from a worked example to all of it, or the other way
/// round.
public enum Fading {
  /// Everything is shown.
  WORKED("Worked example", 0),
  /// The last number is the learner's.
  LAST("The last one is yours", 1),
  /// The last two are.
  LAST_TWO("The last two are yours", 2),
  /// All are.
  ALL("All are yours", Integer.MAX_VALUE);

  private final String title;
  private final int blanks;

  Fading(String title, int blanks) {
    this.title = title;
    this.blanks = blanks;
  }

  /// For people.
  public String title() {
    return title;
  }

  /// How many of so many numbers are left to the learner: the last ones.
  public int blanks(int of) {
    return Math.min(of, blanks);
  }

  /// What comes after one that went well.
  public Fading next() {
    return switch (this) {
      case WORKED -> LAST;
      case LAST -> LAST_TWO;
      case LAST_TWO, ALL -> ALL;
    };
  }

  /// What comes after one that went badly.
  public Fading back() {
    return switch (this) {
      case WORKED, LAST -> WORKED;
      case LAST_TWO -> LAST;
      case ALL -> LAST_TWO;
    };
  }
}
