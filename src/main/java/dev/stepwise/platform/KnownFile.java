package dev.stepwise.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file as it was when it was read or written here.
///
/// @param path where it is
/// @param content a digest of what was in it
public record KnownFile(Path path, String content) {

  /// A file as it is now.
  ///
  /// @throws IOException where it cannot be read
  public static KnownFile now(Path path) throws IOException {
    return new KnownFile(path, digest(Files.readAllBytes(path)));
  }

  /// Whether something else is in it now. One that is gone, or cannot be read, holds nothing that
  /// could be overwritten.
  public boolean isChanged() {
    try {
      return !digest(Files.readAllBytes(path)).equals(content);
    } catch (IOException _) {
      return false;
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
