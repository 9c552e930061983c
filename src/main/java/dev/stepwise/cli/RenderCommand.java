package dev.stepwise.cli;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.platform.AtomicFile;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.scenario.LoadedScenario;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "render",
    description = "Draws the view at one step as a picture.",
    footer = {
      "%nExamples:",
      "  stepwise render bad.json -o end.png",
      "  stepwise render bad.json --step 2.1.97 --theme dark -o point.svg",
      "  stepwise render bad.json --step 3 -o handout.pdf",
      "  stepwise render bad.json --step 4 --size 1920x1080 --present -o slide.png",
      "  stepwise render bad.json --step 4 --window -o window.png"
    })
final class RenderCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "FILE", description = "The scenario.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path file;

  @Option(
      names = "--step",
      paramLabel = "N|PATH|last",
      defaultValue = "last",
      converter = StepConverter.class,
      description = {
        "The step: its index from 0 as in a trace, a path such as 3.1 to a step inside another, or"
            + " 'last', which it is where it is left out."
      })
  @SuppressWarnings("NullAway.Init") // set by picocli
  private StepName step;

  @Option(
      names = "--window",
      description = "Draws the whole window, as a person sees it, as PNG; not with --present.")
  private boolean window;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Looks looks;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.png|.svg|.pdf",
      required = true,
      converter = PictureConverter.class,
      description = "The picture to write; SVG and PDF are drawings that stay sharp at any size.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path output;

  RenderCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (window && looks.present()) {
      throw new ParameterException(
          spec.commandLine(), "--window and --present exclude each other; give one of them");
    }
    if (window && kind() != Kind.PNG) {
      throw new ParameterException(
          spec.commandLine(), "--window draws PNG only; end the picture's name in .png");
    }
    render(context.reader().load(file));
    return ExitStatus.DONE;
  }

  private <P, F extends Frame> void render(LoadedScenario<P, F> loaded) throws Exception {
    var navigator = new Navigator<>(loaded.run());
    var position = step.in(navigator, file);
    var drawing = context.renderer().drawing(loaded, navigator, looks.format());
    AtomicFile.Content content =
        switch (kind()) {
          case PNG ->
              window ? out -> drawing.window(position, out) : out -> drawing.png(position, out);
          case SVG -> out -> drawing.svg(position, out);
          case PDF -> out -> drawing.pdf(position, out);
        };
    context.output().write(output, content);
  }

  private Kind kind() {
    return Kind.of(output).orElseThrow(); // the converter saw to it
  }

  /// The kinds of picture, by the endings of their names.
  private enum Kind {
    PNG,
    SVG,
    PDF;

    static Optional<Kind> of(Path path) {
      var name = path.toString().toLowerCase(Locale.ROOT);
      return Arrays.stream(values())
          .filter(kind -> name.endsWith("." + kind.name().toLowerCase(Locale.ROOT)))
          .findFirst();
    }
  }

  /// The step that was asked for.
  ///
  /// @param typed an index from 0, as in a trace, a path, or `last`
  /// @param path the same as a path
  record StepName(String typed, String path) {
    boolean isIndex() {
      return !typed.equals(path);
    }

    /// Where it is in a run.
    ///
    /// @param file of the scenario
    Position in(Navigator<?> navigator, Path file) throws CommandException {
      return navigator
          .find(path)
          .orElseThrow(() ->
              new CommandException(
                  "%s: has no step %s; the last step of the run is %s"
                      .formatted(
                          file,
                          typed,
                          isIndex() ? Integer.toString(navigator.end().last()) : navigator.end())));
    }
  }

  static final class StepConverter implements ITypeConverter<StepName> {
    private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

    @Override
    public StepName convert(String text) {
      if (INDEX.matcher(text).matches()) {
        return new StepName(text, Position.top(Integer.parseInt(text)).toString());
      }
      if (text.equals("last") || Position.parse(text).isPresent()) {
        return new StepName(text, text);
      }
      throw new TypeConversionException(
          "'" + text + "' is no step; give an index from 0, a path such as 3.1, or last");
    }
  }

  static final class PictureConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      var path = Path.of(text);
      if (Kind.of(path).isEmpty()) {
        throw new TypeConversionException(
            "'" + text + "' is no picture; end its name in .png, .svg or .pdf");
      }
      return path;
    }
  }
}
