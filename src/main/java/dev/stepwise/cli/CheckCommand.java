package dev.stepwise.cli;

import dev.stepwise.check.Checker;
import dev.stepwise.check.Python;
import dev.stepwise.check.Report;
import dev.stepwise.check.Report.Verdict;
import dev.stepwise.check.Starter;
import dev.stepwise.platform.FileProblem;
import dev.stepwise.scenario.LoadedScenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    description = {
      "Checks implementations, or arrays that they made, against a run.",
      "Python code is run as you, in a process and an empty folder of its own, for 10 seconds at"
          + " most."
    },
    footer = {
      "%nExamples:",
      "  stepwise check scenario.json mine.py",
      "  stepwise check scenario.json mine.py --function self_attention",
      "  stepwise check scenario.json arrays.npz --json",
      "  stepwise check scenario.json class-folder",
      "  stepwise check scenario.json --start mine.py"
    })
final class CheckCommand implements Callable<Integer> {
  private final Context context;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "The scenario.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path scenario;

  @Parameters(
      index = "1..*",
      paramLabel = "CODE.py|ARRAYS.npz|DIR",
      description = "What is checked: code, arrays (.npz, .npy, .json, .csv), or folders of them.")
  private List<Path> files = List.of();

  @Option(
      names = "--function",
      paramLabel = "NAME",
      description = "The function to call, or Class.method; the likeliest where it is left out.")
  private @Nullable String function;

  @Option(
      names = "--python",
      paramLabel = "PATH",
      description = "The Python that runs code; the one on the path where it is left out.")
  private @Nullable Path python;

  @Option(names = "--json", description = "Writes a JSON object a file, each in a line.")
  private boolean json;

  @Option(
      names = "--start",
      paramLabel = "CODE.py",
      description = "Writes a file to begin with: the inputs, a function to be filled in, a check.")
  private @Nullable Path start;

  CheckCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (files.isEmpty() && start == null) {
      throw new ParameterException(
          spec.commandLine(), "name a file to check, or one to begin with: --start CODE.py");
    }
    var loaded = context.reader().load(scenario);
    if (start != null) {
      start(loaded, start);
    }
    return files.isEmpty() ? ExitStatus.DONE : check(loaded);
  }

  private void start(LoadedScenario<?, ?> loaded, Path file) throws Exception {
    if (Files.exists(file)) {
      throw new CommandException(file + ": exists already; choose another name");
    }
    try {
      var text = Starter.of(loaded);
      context.output().write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      throw new CommandException(scenario + ": " + e.getMessage());
    }
  }

  private int check(LoadedScenario<?, ?> loaded) throws Exception {
    var found = Python.find(Optional.ofNullable(python));
    if (python != null && found.isEmpty()) {
      throw new CommandException(python + ": is no Python 3; give another with --python");
    }
    boolean isFolder = files.stream().anyMatch(Files::isDirectory);
    var all = all();
    var checker = new Checker(found, Checker.LIMIT);
    var reports = new ArrayList<Report>();
    for (var file : all) {
      var report = checker.check(loaded, file, Optional.ofNullable(function), _ -> {});
      reports.add(report);
      say(json ? report.json() + "\n" : Reports.plain(report));
    }
    if (!json && (isFolder || reports.size() > 1)) {
      say(Reports.table(reports));
    }
    if (!json && all.stream().anyMatch(Checker::isCode)) {
      found.ifPresent(each -> context.messages().println("Run by " + each.words() + "."));
    }
    return reports.stream().allMatch(report -> report.verdict() == Verdict.EQUAL)
        ? ExitStatus.DONE
        : ExitStatus.WRONG_INPUT;
  }

  private void say(String text) throws Exception {
    context.output().write(null, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private List<Path> all() throws CommandException {
    var all = new ArrayList<Path>();
    for (var file : files) {
      if (!Files.isDirectory(file)) {
        if (!Checker.isCheckable(file) && Files.exists(file)) {
          throw new CommandException(
              file + ": is neither code nor arrays; give .py, .npz, .npy, .json or .csv");
        }
        all.add(file);
        continue;
      }
      try (var inside = Files.list(file)) {
        var found =
            inside.filter(Files::isRegularFile).filter(Checker::isCheckable).sorted().toList();
        if (found.isEmpty()) {
          throw new CommandException(
              file + ": holds nothing to check; give .py, .npz, .npy, .json or .csv");
        }
        all.addAll(found);
      } catch (IOException e) {
        throw new CommandException(
            file + ": cannot be read: " + FileProblem.of(e) + "; check its permissions");
      }
    }
    return all;
  }
}
