package dev.stepwise.cli;

import dev.stepwise.platform.DefectCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;

/// Keeps the details of defects in a log file, away from the user's eyes.
public final class CrashLog {
  private static final long LARGEST = 1 << 20;

  private final Path folder;
  private final Clock clock;

  /// @param folder where the log lies; made when first needed
  /// @param clock tells when a defect happened
  public CrashLog(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /// Appends a defect to the log; on any thread.
  ///
  /// @return the log file; empty where it cannot be written
  public synchronized Optional<Path> record(Throwable defect) {
    var file = folder.resolve("stepwise.log");
    try {
      Files.createDirectories(folder);
      if (Files.exists(file) && Files.size(file) > LARGEST) {
        Files.move(file, folder.resolve("stepwise.old.log"), StandardCopyOption.REPLACE_EXISTING);
      }
      Files.writeString(file, entry(defect), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return Optional.of(file);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private String entry(Throwable defect) {
    var trace = new StringWriter();
    defect.printStackTrace(new PrintWriter(trace, true));
    return clock.instant()
        + " Java "
        + Runtime.version()
        + " on "
        + System.getProperty("os.name")
        + " defect "
        + DefectCode.of(defect)
        + System.lineSeparator()
        + trace
        + System.lineSeparator();
  }
}
