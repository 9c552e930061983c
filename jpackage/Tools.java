import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/// Running tools, and a few things about files.
final class Tools {
  private Tools() {}

  /// Runs a tool of the JDK inside this one.
  ///
  /// @throws IllegalStateException where it fails, with what it said
  static void run(String tool, List<String> words) {
    var messages = new StringWriter();
    int status =
        ToolProvider.findFirst(tool)
            .orElseThrow(() -> new IllegalStateException("this JDK has no " + tool))
            .run(
                new PrintWriter(messages), new PrintWriter(messages), words.toArray(String[]::new));
    if (status != 0) {
      throw new IllegalStateException(tool + " failed: " + messages);
    }
  }

  /// Runs a program of the system.
  ///
  /// @param environment what it is told beyond this program's own
  /// @throws IllegalStateException where it fails, with what it said
  static void start(List<String> words, Map<String, String> environment) throws Exception {
    var process = new ProcessBuilder(words);
    process.environment().putAll(environment);
    process.redirectErrorStream(true);
    var running = process.start();
    var messages = new String(running.getInputStream().readAllBytes());
    if (running.waitFor() != 0) {
      throw new IllegalStateException(words.getFirst() + " failed: " + messages);
    }
  }

  /// All files in a folder and its folders, in order.
  static List<Path> list(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /// Deletes a folder with everything in it, if it is there.
  static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
