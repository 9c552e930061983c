package dev.stepwise.cli;

import dev.stepwise.platform.FileProblem;
import java.io.IOException;

/// A command cannot do what it was asked. The message is one line for the user.
public final class CommandException extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param message what is wrong and what would be right, in one line
  public CommandException(String message) {
    super(message);
  }

  /// A file that cannot be written.
  static CommandException cannotWrite(Object file, IOException e) {
    return new CommandException(
        file + ": cannot be written: " + FileProblem.of(e) + "; choose another place with -o");
  }
}
