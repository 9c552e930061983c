package dev.stepwise.platform;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// The name of a file as somebody typed it, or as it stands in a file that anybody may have edited.
public final class TypedPath {
  private TypedPath() {}

  /// The path; empty where no file can be called that, as with a NUL in it.
  public static Optional<Path> of(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
