package dev.stepwise.lesson;

import java.util.Locale;

/// A lesson that cannot be read as it is.
public final class LessonException extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;

  /// @param file its name
  /// @param line from 1
  /// @param what what is wrong there and what would be right
  LessonException(String file, int line, String what) {
    super(String.format(Locale.ROOT, "%s:%d: %s", file, line, what));
    this.line = line;
  }

  /// The line that is wrong, from 1.
  public int line() {
    return line;
  }
}
