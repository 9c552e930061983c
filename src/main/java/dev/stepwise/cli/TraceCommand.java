package dev.stepwise.cli;

import dev.stepwise.export.TraceWriter;
import dev.stepwise.export.TraceWriter.Contents;
import dev.stepwise.export.TraceWriter.Detail;
import dev.stepwise.platform.FileProblem;
import dev.stepwise.scenario.ScenarioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "trace",
    description = "Runs scenarios to the end, without a window, and writes a trace of each.",
    footer = {
      "%nExamples:",
      "  stepwise trace bad.json --values -o trace.json",
      "  stepwise trace *.json --out-dir traces",
      "  stepwise trace bad.json --captions --depth 3 -o story.json"
    })
final class TraceCommand implements Callable<Integer> {
  private final Context context;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The scenarios.")
  private List<Path> files = List.of();

  @ArgGroup private @Nullable Destination destination;

  @Option(
      names = "--values",
      description = "Adds to each step the values of the variables that it wrote.")
  private boolean withValues;

  @Option(
      names = "--captions",
      description = "Adds to each step its title, its formulas in LaTeX and its table.")
  private boolean withCaptions;

  @Option(
      names = "--depth",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "How many levels of steps: 1, the default, is the top level, 2 has the steps inside its "
              + "steps too, each behind the one that it is inside of.")
  private int depth = 1;

  /// A file or a folder, not both.
  private static final class Destination {
    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        description = "The trace to write; standard output where it is left out.")
    private @Nullable Path file;

    @Option(
        names = "--out-dir",
        paramLabel = "DIR",
        description = "The folder for the traces, which have the scenarios' names.")
    private @Nullable Path folder;
  }

  TraceCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (files.size() > 1 && destination != null && destination.file != null) {
      throw wrong("-o takes the trace of one scenario; use --out-dir for " + files.size());
    }
    if (depth < 1) {
      throw wrong("--depth takes a whole number from 1, not " + depth);
    }
    checkTargets();
    makeFolder();
    int status = ExitStatus.DONE;
    for (var file : files) {
      try {
        trace(file);
      } catch (ScenarioException | CommandException e) {
        context.messages().println(e.getMessage());
        status = ExitStatus.WRONG_INPUT;
      }
    }
    return status;
  }

  private void trace(Path file) throws Exception {
    var loaded = context.reader().load(file);
    var contents = new Contents(details(), depth);
    context.output().write(target(file), out -> TraceWriter.write(loaded, contents, out));
  }

  private Set<Detail> details() {
    var details = EnumSet.noneOf(Detail.class);
    if (withValues) {
      details.add(Detail.VALUES);
    }
    if (withCaptions) {
      details.add(Detail.CAPTIONS);
    }
    return details;
  }

  private @Nullable Path target(Path file) {
    if (destination == null) {
      return null;
    }
    return destination.folder == null
        ? destination.file
        : destination.folder.resolve(String.valueOf(file.getFileName()));
  }

  /// A trace must not replace a scenario or another trace of the same command.
  private void checkTargets() throws IOException {
    Map<Path, Path> sources = new HashMap<>();
    for (var file : files) {
      var target = target(file);
      if (target == null) {
        continue;
      }
      if (Files.exists(file) && Files.exists(target) && Files.isSameFile(file, target)) {
        throw wrong(file + ": the trace would replace the scenario; choose another place");
      }
      var other = sources.put(target.normalize(), file);
      if (other != null) {
        throw wrong(other + " and " + file + " would both be traced to " + target);
      }
    }
  }

  private void makeFolder() throws CommandException {
    if (destination != null && destination.folder != null) {
      try {
        Files.createDirectories(destination.folder);
      } catch (IOException e) {
        throw new CommandException(
            destination.folder
                + ": cannot be made a folder: "
                + FileProblem.of(e)
                + "; choose another with --out-dir");
      }
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
