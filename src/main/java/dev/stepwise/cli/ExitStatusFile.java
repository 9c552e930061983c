package dev.stepwise.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Leaves the exit status in a file for Maven, which by itself ends with 1 whatever a program that
/// it started ended with.
final class ExitStatusFile {
  private ExitStatusFile() {}

  /// Writes a status other than 0 to the file that the system property `stepwise.exitStatusFile`
  /// names, if it names one.
  static void leave(int status) {
    var file = System.getProperty("stepwise.exitStatusFile", "");
    if (status == ExitStatus.DONE || file.isEmpty()) {
      return;
    }
    try {
      Files.writeString(Path.of(file), Integer.toString(status));
    } catch (IOException e) {
      // Maven then ends with 0; the user has read the message.
      System.getLogger(ExitStatusFile.class.getName())
          .log(System.Logger.Level.DEBUG, "no exit status file", e);
    }
  }
}
