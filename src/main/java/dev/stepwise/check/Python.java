package dev.stepwise.check;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A Python that was found.
///
/// @param command what starts it
/// @param version such as `3.12.1`
public record Python(List<String> command, String version) {
  private static final int SECONDS = 10;

  /// Copies the command.
  public Python {
    command = List.copyOf(command);
  }

  /// Which it is, for people.
  public String words() {
    return "Python %s (%s)".formatted(version, String.join(" ", command));
  }

  /// The one that is named, or the first that is found: `python3` and `python` among the folders of
  /// the path, and the launcher of Windows. Starts each that is there, to ask its version.
  ///
  /// @param named a program
  public static Optional<Python> find(Optional<Path> named) {
    if (named.isPresent()) {
      return started(List.of(named.get().toString()));
    }
    return candidates(
            System.getProperty("os.name", ""),
            Optional.ofNullable(System.getenv("PATH")).orElse(""))
        .stream()
        .map(Python::started)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// What may be a Python.
  static List<List<String>> candidates(String system, String path) {
    boolean windows = system.toLowerCase(Locale.ROOT).startsWith("windows");
    var ending = windows ? ".exe" : "";
    var found = new ArrayList<List<String>>();
    for (var name : List.of("python3", "python")) {
      for (var folder : path.split(Pattern.quote(File.pathSeparator), -1)) {
        if (!folder.isBlank() && new File(folder, name + ending).canExecute()) {
          found.add(List.of(new File(folder, name + ending).getPath()));
        }
      }
    }
    if (windows) {
      found.add(List.of("py", "-3"));
    }
    return found;
  }

  private static Optional<Python> started(List<String> command) {
    var all = new ArrayList<>(command);
    all.addAll(
        List.of("-I", "-c", "import sys; print('stepwise', '%d.%d.%d' % sys.version_info[:3])"));
    try {
      var output = Files.createTempFile("stepwise", ".txt");
      try {
        var process =
            new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(nothing())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          return Optional.empty();
        }
        var said = Files.readString(output, StandardCharsets.ISO_8859_1).strip();
        return said.startsWith("stepwise 3.")
            ? Optional.of(new Python(command, said.substring("stepwise ".length())))
            : Optional.empty();
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// An empty input on this system.
  static File nothing() {
    return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
  }
}
