package dev.stepwise.cli;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.platform.AppDirectories;
import dev.stepwise.scenario.LoadedScenario;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The one entry point.
public final class Main {
  private static final List<Exercise<?, ?>> EXERCISES = List.of(new KMeansExercise());

  private Main() {}

  /// Runs a command; without one, opens the window.
  ///
  /// @param args the command's words
  public static void main(String[] args) {
    var context =
        new Context(
            EXERCISES,
            // Not System.out, which swallows errors such as a full disk.
            new FileOutputStream(FileDescriptor.out),
            System.err,
            Main::launch,
            new NoPictures());
    var crashLog = new CrashLog(AppDirectories.ofThisUser().logs(), Clock.systemUTC());
    int status = new CommandLineApp(context, crashLog).run(args);
    ExitStatusFile.leave(status);
    System.exit(status);
  }

  private static void launch(Optional<Path> file) throws CommandException {
    throw new CommandException("the window is not there yet; give a command");
  }

  private static final class NoPictures implements Renderer {
    @Override
    public <P, F extends Frame> void render(
        LoadedScenario<P, F> loaded, Step<F> step, Format format, OutputStream out) {
      throw new UnsupportedOperationException("pictures are not there yet");
    }
  }
}
