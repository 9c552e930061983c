package dev.stepwise.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// The log of a window: every warning, in files that are replaced when they are full. A second
/// window that is open at the same time has a log of its own beside it.
public final class LogFile implements AutoCloseable {
  private static final int LARGEST = 1 << 20;
  private static final int FILES = 3;
  private static final String NAME = "window.0.log";

  private final Logger logger;
  private final FileHandler handler;
  private final Path path;

  private LogFile(Logger logger, FileHandler handler, Path path) {
    this.logger = logger;
    this.handler = handler;
    this.path = path;
  }

  /// Writes what a logger and those below it are told as a warning or worse, from now on.
  ///
  /// @param folder where the log lies; made where it is not there
  /// @param logger the one that is listened to
  /// @return empty where no file can be written there: then there is no log
  public static Optional<LogFile> open(Path folder, Logger logger) {
    try {
      Files.createDirectories(folder);
      // In the pattern a percent sign has a meaning.
      var pattern = folder.toString().replace("%", "%%") + "/window.%g.log";
      var handler = new FileHandler(pattern, LARGEST, FILES, true);
      handler.setLevel(Level.WARNING);
      handler.setFormatter(new SimpleFormatter());
      handler.setEncoding("UTF-8");
      logger.addHandler(handler);
      return Optional.of(new LogFile(logger, handler, folder.resolve(NAME)));
    } catch (IOException | SecurityException _) {
      return Optional.empty();
    }
  }

  /// The file that is written to now.
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
    handler.close();
  }
}
