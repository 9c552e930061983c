package dev.stepwise.cli;

import dev.stepwise.cli.Renderer.Format;
import dev.stepwise.cli.Renderer.Occasion;
import dev.stepwise.cli.Renderer.Theme;
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

  @Option(
      names = "--size",
      paramLabel = "WxH",
      defaultValue = "1280x800",
      converter = SizeConverter.class,
      description = "Width and height in pixels, 200x150 to 8000x8000; 1280x800 if left out.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Size size;

  @Option(
      names = "--theme",
      paramLabel = "light|dark",
      defaultValue = "light",
      converter = ThemeConverter.class,
      description = "The colours; light if left out.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Theme theme;

  @Option(names = "--present", description = "Draws for a lecture hall: larger, with less on it.")
  private boolean present;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.png",
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
    var format =
        new Format(size.width(), size.height(), theme, present ? Occasion.LECTURE : Occasion.DESK);
    context
        .output()
        .write(
            output,
            out ->
                context
                    .renderer()
                    .render(
                        loaded.exercise(), loaded.scenario(), navigator, position, format, out));
  }

  record Size(int width, int height) {}

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

  static final class SizeConverter implements ITypeConverter<Size> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    @Override
    public Size convert(String text) {
      var matcher = SIZE.matcher(text);
      if (matcher.matches()) {
        int width = Integer.parseInt(matcher.group(1));
        int height = Integer.parseInt(matcher.group(2));
        if (width >= 200 && width <= 8000 && height >= 150 && height <= 8000) {
          return new Size(width, height);
        }
      }
      throw new TypeConversionException(
          "'" + text + "' is no size; give one from 200x150 to 8000x8000, such as 1280x800");
    }
  }

  static final class ThemeConverter implements ITypeConverter<Theme> {
    @Override
    public Theme convert(String text) {
      return switch (text) {
        case "light" -> Theme.LIGHT;
        case "dark" -> Theme.DARK;
        default ->
            throw new TypeConversionException("'" + text + "' is no theme; give light or dark");
      };
    }
  }

  static final class PictureConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      if (!text.toLowerCase(Locale.ROOT).endsWith(".png")) {
        throw new TypeConversionException("'" + text + "' is no picture; end its name in .png");
      }
      return Path.of(text);
    }
  }
}
