package dev.stepwise.cli;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.scenario.LoadedScenario;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

@Command(name = "render", description = "Draws the view at one step as a picture.")
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
  private String step;

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Looks looks;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.png|FILE.svg",
      required = true,
      converter = PictureConverter.class,
      description = "The picture to write.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path output;

  RenderCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    render(context.reader().load(file));
    return ExitStatus.DONE;
  }

  private <P, F extends Frame> void render(LoadedScenario<P, F> loaded) throws Exception {
    var navigator = new Navigator<>(loaded.run());
    var position =
        navigator
            .find(step)
            .orElseThrow(() ->
                new CommandException(
                    "%s: has no step at %s; the last step of the run is %s"
                        .formatted(file, step, navigator.end())));
    var drawing = context.renderer().drawing(loaded, navigator, looks.format());
    boolean svg = output.toString().toLowerCase(Locale.ROOT).endsWith(".svg");
    context
        .output()
        .write(
            output,
            out -> {
              if (svg) {
                drawing.svg(position, out);
              } else {
                drawing.png(position, out);
              }
            });
  }

  /// Makes a path of what was typed: an index counts from 0, as in a trace.
  static final class StepConverter implements ITypeConverter<String> {
    private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

    @Override
    public String convert(String text) {
      if (INDEX.matcher(text).matches()) {
        return Position.top(Integer.parseInt(text)).toString();
      }
      if (text.equals("last") || Position.parse(text).isPresent()) {
        return text;
      }
      throw new TypeConversionException(
          "'" + text + "' is no step; give an index from 0, a path such as 3.1, or last");
    }
  }

  static final class PictureConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      var name = text.toLowerCase(Locale.ROOT);
      if (!name.endsWith(".png") && !name.endsWith(".svg")) {
        throw new TypeConversionException(
            "'" + text + "' is no picture; end its name in .png or .svg");
      }
      return Path.of(text);
    }
  }
}
