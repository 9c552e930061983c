package dev.stepwise.check;

import dev.stepwise.scenario.ScenarioException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One start of Python for one file: its folder, its request, its answer.
record Session(Python python, Duration limit) {
  private static final long LARGEST = 1 << 20;
  private static final int LONGEST = 300;

  /// What came of it.
  ///
  /// @param problem why nothing can be compared
  /// @param traces for each set of inputs the traces of the conventions that were tried
  /// @param more what else is to be said
  /// @param line of the learner's code where it failed, from 1; 0 where it is none
  record Answer(
      Optional<String> problem, List<List<Trace>> traces, String printed, String more, int line) {}

  Answer run(
      Subject subject,
      String exerciseId,
      List<Map<String, Object>> inputs,
      Path file,
      Optional<String> function)
      throws IOException, ScenarioException {
    if (!Files.isRegularFile(file)) {
      throw new ScenarioException(file.toString(), "", "is no file", "check its name");
    }
    if (Files.size(file) > LARGEST) {
      throw new ScenarioException(
          file.toString(), "", "is too large for code", "code may have at most 1 MB");
    }
    var folder = Files.createTempDirectory("stepwise-check");
    try {
      var program = folder.resolve("trace.py");
      Files.write(program, program());
      Files.write(folder.resolve("code.py"), Files.readAllBytes(file));
      Files.createDirectory(folder.resolve("work"));
      Files.writeString(
          folder.resolve("request.json"),
          Checker.request(subject, exerciseId, inputs, file, function, limit));
      var outcome = new Sandbox(python, limit).run(program, folder);
      return answer(outcome, folder);
    } finally {
      delete(folder);
    }
  }

  private static byte[] program() throws IOException {
    try (var in = Session.class.getResourceAsStream("/assets/check/trace.py")) {
      if (in == null) {
        throw new IllegalStateException("the app lacks its file /assets/check/trace.py");
      }
      return in.readAllBytes();
    }
  }

  private Answer answer(Sandbox.Outcome outcome, Path folder) throws IOException {
    var printed = outcome.printed();
    switch (outcome.end()) {
      case LATE -> {
        return failed(
            "your code ran for more than %d s and was ended; look for a loop that does not end, or"
                    .formatted(limit.toSeconds())
                + " check it on a smaller scenario",
            printed);
      }
      case LOUD -> {
        return failed(
            "your code printed more than 1 MB and was ended; print less, or look for a loop that"
                + " does not end",
            printed);
      }
      case CANCELLED -> {
        return failed("the check was cancelled", printed);
      }
      case DONE -> {}
    }
    var read = TraceReader.read(folder);
    if (read.isEmpty()) {
      return failed(
          "your code ended Python itself (exit status %d) before its result was there; leave out"
                  .formatted(outcome.status())
              + " os._exit and the like, or use less memory",
          printed);
    }
    var traces = read.get().traces();
    var ran = traces.getFirst().stream().filter(trace -> trace.problem().isEmpty()).findFirst();
    if (ran.isEmpty()) {
      var problem = traces.getFirst().getFirst().problem().orElseThrow();
      return new Answer(Optional.of(words(problem)), traces, printed, "", problem.line());
    }
    var more = ran.get().cut() ? " It computes so much that only the beginning was watched." : "";
    return new Answer(Optional.empty(), traces, printed, more, 0);
  }

  private static Answer failed(String problem, String printed) {
    return new Answer(Optional.of(problem), List.of(), printed, "", 0);
  }

  private String words(Trace.Problem problem) {
    var place =
        problem.line() > 0
            ? " in line %d%s"
                .formatted(
                    problem.line(), problem.text().isEmpty() ? "" : ", `" + problem.text() + "`")
            : "";
    var message = shortened(problem.message());
    return switch (problem.type()) {
      case "Trouble" -> message;
      case "Unbound" ->
          "no input fits the argument%s %s; say which with a comment such as # stepwise: X=%s"
              .formatted(message.contains(",") ? "s" : "", message, message.split(",", 2)[0]);
      case "ModuleNotFoundError" ->
          "your code imports %s%s, which %s does not have; install it with `%s -m pip install %s`,"
                  .formatted(
                      problem.missing(),
                      place,
                      python.words(),
                      String.join(" ", python.command()),
                      problem.missing())
              + " or name another Python, in the settings or on the command line with --python";
      case "SystemExit" ->
          "your code calls sys.exit%s before its result is there; leave it out".formatted(place);
      case "NotImplementedError" ->
          "your code is not written yet%s; fill that in and save".formatted(place);
      case "EOFError" ->
          "your code waits for input%s, and gets none; take its values from its arguments"
              .formatted(place);
      case "MemoryError" ->
          "your code needs more memory than it may have%s; check it on a smaller scenario"
              .formatted(place);
      case "SyntaxError", "IndentationError", "TabError" ->
          "your code is no Python that %s understands%s: %s"
              .formatted(python.words(), place, message);
      default -> "your code fails%s: %s: %s".formatted(place, problem.type(), message);
    };
  }

  private static String shortened(String text) {
    var line = text.replaceAll("\\s*\\R\\s*", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path directory, @org.jspecify.annotations.Nullable IOException e) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
