package dev.stepwise.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;

/// The trainer of the Hugging Face tokenizers library in a Python of its own, which stays open, so
/// that its start is not measured. Needs a Python with the package tokenizers: python3, or what the
/// system property `python` names.
final class HuggingFace implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;

  /// @throws UncheckedIOException where there is no such Python
  HuggingFace(Path text, int merges) {
    try {
      process =
          new ProcessBuilder(
                  System.getProperty("python", "python3"),
                  "src/jmh/python/train_bpe.py",
                  text.toString(),
                  Integer.toString(merges))
              .redirectErrorStream(true)
              .start();
      answers = process.inputReader();
      questions = process.outputWriter();
      var said = answers.readLine();
      if (!"ready".equals(said)) {
        throw new IOException("a Python with the package tokenizers is needed: " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Trains once.
  String train() throws IOException {
    questions.write("\n");
    questions.flush();
    return String.valueOf(answers.readLine());
  }

  @Override
  public void close() throws IOException {
    questions.close();
    answers.lines().forEach(System.out::println);
  }
}
