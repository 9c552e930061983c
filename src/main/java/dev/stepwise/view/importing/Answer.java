package dev.stepwise.view.importing;

/// What a table must say of each row besides its numbers.
public enum Answer {
  /// Nothing: points to be grouped or searched.
  NONE(""),
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
