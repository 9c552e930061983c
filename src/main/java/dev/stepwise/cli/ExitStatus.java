package dev.stepwise.cli;

/// What the program says to the shell when it ends.
public final class ExitStatus {
  /// Done.
  public static final int DONE = 0;

  /// The input is wrong.
  public static final int WRONG_INPUT = 1;

  /// The command's words are wrong.
  public static final int WRONG_WORDS = 2;

  /// A defect of the app.
  public static final int DEFECT = 70;

  private ExitStatus() {}
}
