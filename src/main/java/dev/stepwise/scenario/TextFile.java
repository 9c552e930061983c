package dev.stepwise.scenario;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Reads text files.
public final class TextFile {
  /// The largest file that is read, in bytes.
  public static final int LIMIT = 64 << 20;

  private TextFile() {}

  /// The text of a UTF-8 file, without the byte order mark.
  ///
  /// @throws ScenarioException where it cannot be read, is too large, or is not UTF-8
  public static String read(Path path) throws ScenarioException {
    return new String(FileBytes.read(path, LIMIT), StandardCharsets.UTF_8);
  }
}
