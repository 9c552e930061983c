package dev.stepwise.practice;

/// What comes of pointing at a number of a run with a mistake in it.
public enum Finding {
  /// The right run has the same number there.
  RIGHT("That number is right."),
  /// It is false, but so is one that it was made from.
  LATER("False, but not the first: a number that it was made from is false already."),
  /// It is false, and all that it was made from is right.
  FIRST("That is it: what it was made from is right, and it is not.");

  private final String words;

  Finding(String words) {
    this.words = words;
  }

  /// In a sentence.
  public String words() {
    return words;
  }
}
