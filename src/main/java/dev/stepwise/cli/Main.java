package dev.stepwise.cli;

import dev.stepwise.platform.AppDirectories;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;

/// The one entry point.
public final class Main {
  private static final Path TOUR = Path.of("target", "tour");

  private Main() {}

  /// Runs a command; without one, opens the window.
  ///
  /// @param args the command's words
  public static void main(String[] args) {
    // Numbers in captions, files and messages read the same on every machine.
    Locale.setDefault(Locale.ROOT);
    var toolkit = new WindowToolkit();
    if (args.length == 0) {
      toolkit.begin();
    }
    var exercises = new Exercises();
    var renderer = new PageRenderer(exercises);
    var context =
        new Context(
            exercises.exercises(),
            // Not System.out, which swallows errors such as a full disk.
            new FileOutputStream(FileDescriptor.out),
            System.err,
            opening -> launch(exercises, toolkit, renderer, opening),
            renderer);
    var crashLog = new CrashLog(AppDirectories.ofThisUser().logs(), Clock.systemUTC());
    int status = new CommandLineApp(context, crashLog).run(args);
    ExitStatusFile.leave(status);
    System.exit(status);
  }

  private static void launch(
      Exercises exercises, WindowToolkit toolkit, Renderer renderer, Opening opening)
      throws Exception {
    try {
      new WindowApp(exercises, toolkit).run(opening);
    } catch (WindowToolkit.NoDisplay _) {
      if (opening.remark().isPresent()) {
        return; // it has been said
      }
      if (opening.lecture().isPresent()) {
        throw new CommandException(
            "no display can be opened; draw a picture instead: render FILE -o picture.png");
      }
      System.err.println("No display can be opened; drawing the tour to " + TOUR + " instead.");
      new Tour(exercises.views(), renderer).draw(TOUR);
    } catch (WindowToolkit.Refused _) {
      throw new CommandException(
          "the display %s lets no window be opened; with DISPLAY unset, pictures are drawn instead"
              .formatted(System.getenv().getOrDefault("DISPLAY", "")));
    }
  }
}
