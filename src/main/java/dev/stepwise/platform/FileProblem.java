package dev.stepwise.platform;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Says in a few words why a file could not be read or written.
public final class FileProblem {
  private FileProblem() {}

  /// For example `it does not exist`. The message of an [IOException] alone is often only the
  /// file's name.
  public static String of(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "it does not exist";
      case AccessDeniedException _ -> "permission is denied";
      case FileSystemException problem when problem.getReason() != null -> problem.getReason();
      default -> {
        var message = e.getMessage();
        yield message == null ? "the system gives no reason" : message;
      }
    };
  }
}
