package dev.stepwise.view.importing;

import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.run.Cancellation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// Reads the text of a source, away from the JavaFX thread.
final class SourceText {
  /// The most bytes that are read.
  static final long LIMIT = 256L << 20;

  private static final int CHUNK = 1 << 16;

  private SourceText() {}

  /// The text, without a byte order mark.
  ///
  /// @param progress told how much is read, from 0 to 1
  /// @throws InvalidInput if there is no such text, saying why and what to do
  /// @throws java.util.concurrent.CancellationException soon after the thread was interrupted
  static String read(Source source, DoubleConsumer progress) {
    return switch (source) {
      case Source.Pasted(var text) -> text;
      case Source.Ready(var data) -> decoded(data.title(), readyBytes(data));
      case Source.File(var path) ->
          decoded(String.valueOf(path.getFileName()), fileBytes(path, progress));
    };
  }

  private static byte[] readyBytes(ReadyData data) {
    try (InputStream in = SourceText.class.getResourceAsStream(data.resource())) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + data.resource());
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("the program cannot read its file " + data.resource(), e);
    }
  }

  private static byte[] fileBytes(Path path, DoubleConsumer progress) {
    var name = String.valueOf(path.getFileName());
    if (Files.isDirectory(path)) {
      throw new InvalidInput(name, name + " is a folder", "choose a CSV file in it");
    }
    try (var in = Files.newInputStream(path)) {
      long size = Files.size(path);
      if (size > LIMIT) {
        throw tooLarge(name);
      }
      return bytes(in, name, Math.max(1, size), progress);
    } catch (NoSuchFileException e) {
      throw new InvalidInput(name, name + " is not there any more", "choose another file");
    } catch (AccessDeniedException e) {
      throw new InvalidInput(name, name + " may not be read", "change its permissions");
    } catch (IOException e) {
      throw new InvalidInput(
          name,
          name + " cannot be read (" + Optional.ofNullable(e.getMessage()).orElse("unknown") + ")",
          "copy it to another place and try again");
    }
  }

  private static byte[] bytes(InputStream in, String name, long size, DoubleConsumer progress)
      throws IOException {
    var all = new ByteArrayOutputStream((int) Math.min(size, LIMIT));
    var chunk = new byte[CHUNK];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      Cancellation.checkpoint();
      all.write(chunk, 0, read);
      // A file may grow while it is read, and a pipe has no size.
      if (all.size() > LIMIT) {
        throw tooLarge(name);
      }
      progress.accept(Math.min(1, (double) all.size() / size));
    }
    return all.toByteArray();
  }

  private static InvalidInput tooLarge(String name) {
    return new InvalidInput(
        name,
        "%s has more than %d MB".formatted(name, LIMIT >> 20),
        "save fewer rows or columns to a smaller file");
  }

  private static String decoded(String name, byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InvalidInput(
          name, name + " is not text in UTF-8", "save it as CSV with the encoding UTF-8");
    }
  }
}
