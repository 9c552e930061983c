package dev.stepwise.owndata;

/// What a table must say of each row besides its numbers.
public enum Answer {
  /// Nothing: rows to be searched, or gone through in order.
  NONE(""),
  /// What it is known to be, if anything, which only colours it.
  LABEL("Colour by"),
  /// Which class it belongs to, in numbers or words.
  CLASS("Class"),
  /// A number to be predicted.
  TARGET("Target");

  private final String title;

  Answer(String title) {
    this.title = title;
  }

  /// What the choice of its column is called.
  String title() {
    return title;
  }
}
