package dev.stepwise.cli;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.export.SheetFile;
import dev.stepwise.export.SheetKeyWriter;
import dev.stepwise.export.SheetWriter;
import dev.stepwise.platform.AtomicFile;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.quiz.HandSheet;
import dev.stepwise.quiz.HandSheets;
import dev.stepwise.scenario.LoadedScenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "sheet",
    description = "Makes a sheet to be worked out by hand from a run, and its key.",
    footer = {
      "%nExamples:",
      "  stepwise sheet bad.json -o sheet.pdf --key key.pdf",
      "  stepwise sheet bad.json --step 2.1.97 -o point.pdf",
      "  stepwise sheet bad.json --seed 7 -o variant-7.pdf --key variant-7.json"
    })
final class SheetCommand implements Callable<Integer> {
  private final Context context;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The scenario.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path file;

  @Option(
      names = "--step",
      paramLabel = "PATH|last",
      converter = PathConverter.class,
      description = {
        "The step whose numbers are asked for: its path as in a trace, such as 3.1, or 'last';"
            + " telling steps of the whole run where it is left out."
      })
  private RenderCommand.@Nullable StepName step;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Which numbers are asked for: a variant a seed; 1 where it is left out.")
  private long seed = 1;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.pdf",
      required = true,
      converter = SheetConverter.class,
      description = "The sheet to write.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path output;

  @Option(
      names = "--key",
      paramLabel = "FILE.pdf|.json",
      converter = KeyConverter.class,
      description = "The key to write too: PDF with the arithmetic, or JSON.")
  private @Nullable Path key;

  SheetCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (key != null
        && key.toAbsolutePath().normalize().equals(output.toAbsolutePath().normalize())) {
      throw new ParameterException(
          spec.commandLine(), "the sheet and its key are one file; give two names");
    }
    write(context.reader().load(file));
    return ExitStatus.DONE;
  }

  private <P, F extends Frame> void write(LoadedScenario<P, F> loaded) throws Exception {
    var sheet = step == null ? ofRun(loaded) : ofStep(loaded, step);
    var printed = new SheetFile(loaded.exercise().title(), loaded.scenario().title(), seed, sheet);
    context
        .output()
        .write(output, out -> context.renderer().sheet(printed, SheetWriter.Copy.SHEET, out));
    if (key != null) {
      AtomicFile.Content content =
          suffix(key).equals("json")
              ? out -> SheetKeyWriter.write(sheet, out)
              : out -> context.renderer().sheet(printed, SheetWriter.Copy.KEY, out);
      context.output().write(key, content);
    }
  }

  private <P, F extends Frame> HandSheet ofRun(LoadedScenario<P, F> loaded)
      throws CommandException {
    var sheet = HandSheets.of(loaded.exercise(), loaded.run(), seed);
    if (sheet.tasks().isEmpty()) {
      throw new CommandException(
          "%s: no step of this run writes a number that can be worked out on paper; take another"
                  .formatted(file)
              + " preset or exercise");
    }
    return sheet;
  }

  private <P, F extends Frame> HandSheet ofStep(
      LoadedScenario<P, F> loaded, RenderCommand.StepName name) throws CommandException {
    var navigator = new Navigator<>(loaded.run());
    var position = name.in(navigator, file);
    var crumbs = new ArrayList<String>();
    for (int depth = 1; depth <= position.depth(); depth++) {
      crumbs.add(navigator.step(new Position(position.indices().subList(0, depth))).crumb());
    }
    var path = position.toString();
    var asked = navigator.step(position);
    var sheet = HandSheets.of(loaded.exercise(), asked, path, crumbs, seed);
    if (sheet.tasks().isEmpty()) {
      throw new CommandException(
          "%s: step %s writes no number that can be worked out on paper; %s"
              .formatted(file, path, remedy(loaded, asked.isComposite() ? path : "")));
    }
    return sheet;
  }

  /// Where there is something to work out.
  private <P, F extends Frame> String remedy(LoadedScenario<P, F> loaded, String composite) {
    var others = HandSheets.of(loaded.exercise(), loaded.run(), seed).tasks();
    if (others.isEmpty()) {
      return "nor does any other step of this run; take another preset or exercise";
    }
    var inside =
        others.stream()
            .map(HandSheet.Task::path)
            .filter(path -> !composite.isEmpty() && path.startsWith(composite + "."))
            .findFirst()
            .orElse(others.getFirst().path());
    return "step " + inside + " does, or leave --step out";
  }

  private static String suffix(Path file) {
    var name = file.toString().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  static final class PathConverter implements ITypeConverter<RenderCommand.StepName> {
    @Override
    public RenderCommand.StepName convert(String text) {
      if (!text.equals("last") && Position.parse(text).isEmpty()) {
        throw new TypeConversionException(
            "'" + text + "' is no path of a step; give one such as 3.1, or last");
      }
      return new RenderCommand.StepName(text, text);
    }
  }

  static final class SheetConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      var path = Path.of(text);
      if (!suffix(path).equals("pdf")) {
        throw new TypeConversionException("'" + text + "' is no sheet; end its name in .pdf");
      }
      return path;
    }
  }

  static final class KeyConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      var path = Path.of(text);
      if (!suffix(path).equals("pdf") && !suffix(path).equals("json")) {
        throw new TypeConversionException(
            "'" + text + "' is no key; end its name in .pdf or .json");
      }
      return path;
    }
  }
}
