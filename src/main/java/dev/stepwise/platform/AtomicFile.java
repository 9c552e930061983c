package dev.stepwise.platform;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes a file so that nobody ever sees half of it.
public final class AtomicFile {
  private AtomicFile() {}

  /// Writes the content.
  @FunctionalInterface
  public interface Content {
    /// Writes to a stream, which is buffered and closed by the caller.
    void writeTo(OutputStream out) throws IOException;
  }

  /// Writes beside the target, then moves the complete file over it. Where writing fails the target
  /// keeps its old content. A device or pipe is written to directly; a link keeps pointing where it
  /// does.
  ///
  /// @throws IOException where the file cannot be written or its folder is missing
  public static void write(Path path, Content content) throws IOException {
    var target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new FileSystemException(path.toString(), null, "it is a folder");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      writeAll(target, content, StandardOpenOption.WRITE);
      return;
    }
    var folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new FileSystemException(
          path.toString(), null, "the folder " + folder + " does not exist");
    }
    var name = String.valueOf(target.getFileName());
    // Not createTempFile: it would take the file away from everybody but its owner.
    var part = folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".part");
    try {
      writeAll(
          part,
          content,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
      moveOver(part, target);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /// The same where the folder may have to be made, as for the app's own files. What was left by
  /// processes that ended while they wrote is swept away.
  ///
  /// @throws IOException where the file cannot be written; the old one is as it was
  public static void writeInFolder(Path path, Content content) throws IOException {
    var folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
      sweep(folder, String.valueOf(path.getFileName()));
    }
    write(path, content);
  }

  private static void sweep(Path folder, String name) throws IOException {
    try (var parts = Files.newDirectoryStream(folder, "." + name + ".*.part")) {
      for (var part : parts) {
        var ending = String.valueOf(part.getFileName()).substring(name.length() + 2);
        var pid = ending.substring(0, ending.indexOf('.'));
        if (pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  private static void writeAll(Path path, Content content, StandardOpenOption... options)
      throws IOException {
    try (var channel = FileChannel.open(path, options)) {
      var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      content.writeTo(out);
      out.flush();
      if (Files.isRegularFile(path)) {
        channel.force(true); // or a power cut could leave the new name with no content
      }
    }
  }

  private static void moveOver(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
