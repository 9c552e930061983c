package dev.stepwise.scenario;

import dev.stepwise.platform.FileProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Reads a file that may be missing, a folder, far too large, or not text at all.
final class FileBytes {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private FileBytes() {}

  /// The bytes of a UTF-8 file, without the byte order mark.
  ///
  /// @param limit the most bytes that are read; a larger file is refused by its size, unread
  static byte[] read(Path path, int limit) throws ScenarioException {
    return checked(path.toString(), raw(path, limit));
  }

  /// The bytes of a file, whatever they are.
  ///
  /// @param limit the most bytes that are read; a larger file is refused by its size, unread
  static byte[] raw(Path path, int limit) throws ScenarioException {
    var file = path.toString();
    try {
      if (Files.isDirectory(path)) {
        throw new ScenarioException(file, "", "is a folder", "give a file");
      }
      // A pipe has no size, so the limit is kept while reading too.
      if (Files.size(path) > limit) {
        throw tooLarge(file, limit);
      }
      byte[] bytes;
      try (var in = Files.newInputStream(path)) {
        bytes = in.readNBytes(limit);
        if (in.read() >= 0) {
          throw tooLarge(file, limit);
        }
      }
      return bytes;
    } catch (IOException e) {
      throw new ScenarioException(
          file, "", "cannot be read: " + FileProblem.of(e), "check its name and its permissions");
    }
  }

  /// The same for bytes that were read already.
  static byte[] checked(String file, byte[] bytes) throws ScenarioException {
    boolean marked = bytes.length >= 3 && Arrays.equals(bytes, 0, 3, BYTE_ORDER_MARK, 0, 3);
    byte[] content = marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    int invalid = firstInvalid(content);
    if (invalid >= 0) {
      throw new ScenarioException(
          file, "line " + lineAt(content, invalid), "is not UTF-8", "save the file as UTF-8");
    }
    return content;
  }

  private static ScenarioException tooLarge(String file, int limit) {
    return new ScenarioException(
        file, "", "is too large", "a file may have at most " + (limit >> 20) + " MB");
  }

  /// The index of the first byte that is not UTF-8, or -1. Decodes piece by piece into a buffer
  /// that is thrown away, so that a large file is not held twice.
  private static int firstInvalid(byte[] bytes) {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(8192);
    CoderResult result;
    do {
      result = decoder.decode(in, out.clear(), true);
    } while (result.isOverflow());
    return result.isError() ? in.position() : -1;
  }

  private static int lineAt(byte[] bytes, int index) {
    int line = 1;
    for (int i = 0; i < index; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}
