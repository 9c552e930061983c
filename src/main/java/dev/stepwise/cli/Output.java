package dev.stepwise.cli;

import dev.stepwise.platform.AtomicFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where a command's result goes: a file, or standard output.
final class Output {
  private final OutputStream standard;

  Output(OutputStream standard) {
    this.standard = standard;
  }

  /// The reader of our output has gone, as `head` does: nothing is wrong and nobody listens.
  static final class ReaderGone extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /// Writes to a file, complete or not at all; or to standard output where there is none.
  ///
  /// @throws ReaderGone where standard output is a pipe that is closed
  /// @throws CommandException where it cannot be written otherwise
  void write(@Nullable Path file, AtomicFile.Content content) throws CommandException, ReaderGone {
    if (file == null) {
      writeStandard(content);
      return;
    }
    try {
      AtomicFile.write(file, content);
    } catch (IOException e) {
      throw CommandException.cannotWrite(file, e);
    }
  }

  private void writeStandard(AtomicFile.Content content) throws CommandException, ReaderGone {
    try {
      var buffered = new BufferedOutputStream(standard, 1 << 16);
      content.writeTo(buffered);
      buffered.flush();
    } catch (IOException e) {
      if (isClosedPipe(e)) {
        throw new ReaderGone();
      }
      throw CommandException.cannotWrite("standard output", e);
    }
  }

  /// Java has no type for it; the words are those of Linux, macOS and Windows.
  private static boolean isClosedPipe(IOException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
  }
}
