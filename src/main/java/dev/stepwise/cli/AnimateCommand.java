package dev.stepwise.cli;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.export.Film;
import dev.stepwise.playback.Navigator;
import dev.stepwise.scenario.LoadedScenario;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
    name = "animate",
    description = "Draws the run as a moving picture.",
    footer = {
      "%nUp to 60 steps are shown with the movement between them, with a pause at each phase; of"
          + " longer runs each step is one picture, and of more than 600 steps an even choice.",
      "%nExamples:",
      "  stepwise animate blobs.json -o blobs.gif",
      "  stepwise animate blobs.json --from 2 --to 6 --size 1280x720 -o part.gif",
      "  stepwise animate blobs.json --fps 30 --frames pictures"
    })
final class AnimateCommand implements Callable<Integer> {
  private static final int LAST = Integer.MAX_VALUE;

  private final Context context;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The scenario.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path file;

  @Option(
      names = "--from",
      paramLabel = "N",
      defaultValue = "0",
      description = "The first step, by its index from 0 as in a trace; 0 if left out.")
  private int from;

  @Option(
      names = "--to",
      paramLabel = "N",
      defaultValue = "" + LAST,
      description = "The last step; the end of the run if left out.")
  private int to;

  @Option(
      names = "--fps",
      paramLabel = "F",
      defaultValue = "12",
      description = "Pictures a second while something moves, 1 to 50; 12 if left out.")
  private int framesPerSecond;

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Looks looks;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Destination destination;

  /// A GIF or a folder, not both.
  private static final class Destination {
    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE.gif",
        converter = GifConverter.class,
        description = "The moving picture to write.")
    private @Nullable Path gif;

    @Option(
        names = "--frames",
        paramLabel = "DIR",
        description = "A folder for the pictures one by one, as PNGs, for video tools.")
    private @Nullable Path frames;
  }

  AnimateCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (framesPerSecond < 1 || framesPerSecond > 50) {
      throw wrong("--fps is " + framesPerSecond + "; give 1 to 50");
    }
    if (from < 0 || to < from) {
      throw wrong(
          "--from " + from + " and --to " + to + " hold no steps; give 0 or more, in order");
    }
    animate(context.reader().load(file));
    return ExitStatus.DONE;
  }

  private <P, F extends Frame> void animate(LoadedScenario<P, F> loaded) throws Exception {
    var navigator = new Navigator<>(loaded.run());
    int last = navigator.run().length() - 1;
    if (from > last || (to != LAST && to > last)) {
      throw new CommandException(
          "%s: has no step %d; its last step is %d".formatted(file, from > last ? from : to, last));
    }
    var film = new Film(from, Math.min(to, last), framesPerSecond);
    var drawing = context.renderer().drawing(loaded, navigator, looks.format());
    if (destination.frames != null) {
      var folder = destination.frames;
      try {
        drawing.frames(film, folder);
      } catch (java.io.IOException e) {
        throw CommandException.cannotWrite(folder, e);
      }
    } else {
      context.output().write(destination.gif, out -> drawing.gif(film, out));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  static final class GifConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      if (!text.toLowerCase(Locale.ROOT).endsWith(".gif")) {
        throw new TypeConversionException(
            "'" + text + "' is no moving picture; end its name in .gif");
      }
      return Path.of(text);
    }
  }
}
