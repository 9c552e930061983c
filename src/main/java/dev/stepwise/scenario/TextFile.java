package dev.stepwise.scenario;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Reads text files.
public final class TextFile {
  /// The largest file that is read, in bytes.
  public static final int LIMIT = 64 << 20;

  private TextFile() {}

  /// The text of a file in UTF-8, or in UTF-16 with a byte order mark; without the mark.
  ///
  /// @throws ScenarioException where it cannot be read, is too large, or is neither
  public static String read(Path path) throws ScenarioException {
    var file = path.toString();
    byte[] bytes = FileBytes.raw(path, LIMIT);
    return TextDecoding.isMarked16(bytes)
        ? TextDecoding.of(file, bytes).text()
        : new String(FileBytes.checked(file, bytes), StandardCharsets.UTF_8);
  }
}
