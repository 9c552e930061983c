package dev.stepwise.shell.checking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/// What changes when a file is saved.
record FileStamp(FileTime modified, long size) {

  /// The stamp of a file; empty where it cannot be read, as while an editor replaces it.
  static Optional<FileStamp> of(Path file) {
    try {
      var found = Files.readAttributes(file, BasicFileAttributes.class);
      return found.isRegularFile()
          ? Optional.of(new FileStamp(found.lastModifiedTime(), found.size()))
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
