package dev.stepwise.shell.sharing;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.draw.Look;
import dev.stepwise.export.Film;
import dev.stepwise.export.FilmWriter;
import dev.stepwise.export.PictureFormat;
import dev.stepwise.export.PictureWriter;
import dev.stepwise.export.StepTables;
import dev.stepwise.export.TraceWriter;
import dev.stepwise.formula.Formulas;
import dev.stepwise.platform.AtomicFile;
import dev.stepwise.playback.Navigator;
import dev.stepwise.scenario.ScenarioWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import javafx.scene.image.Image;

/// Writes what was taken away from a run. Everything but the picture for the clipboard takes a
/// while and belongs off the JavaFX thread; interrupting that thread ends it, and leaves no file.
///
/// @param <F> the frames of the run
final class Handouts<P, F extends Frame> {
  private static final int FRAMES_PER_SECOND = 12;

  private final OpenRun<P, F> open;
  private final Formulas formulas;

  Handouts(OpenRun<P, F> open, Formulas formulas) {
    this.open = open;
    this.formulas = formulas;
  }

  /// The step as a picture.
  Image picture() {
    return pictures(still(), new Navigator<>(open.loaded().run())).draw(open.position());
  }

  /// Writes the step as a picture: SVG or PDF where the name ends so, else PNG.
  void writePicture(Path path) throws IOException {
    var pictures = pictures(still(), new Navigator<>(open.loaded().run()));
    var name = path.toString().toLowerCase(Locale.ROOT);
    AtomicFile.write(
        path,
        out -> {
          if (name.endsWith(".svg")) {
            pictures.writeSvg(open.position(), out);
          } else if (name.endsWith(".pdf")) {
            pictures.writePdf(open.position(), out);
          } else {
            pictures.writePng(open.position(), out);
          }
        });
  }

  /// Writes the whole run as a GIF.
  void writeFilm(Path path, DoubleConsumer progress) throws IOException {
    var navigator = new Navigator<>(open.loaded().run());
    var film = new Film(0, navigator.run().length() - 1, FRAMES_PER_SECOND);
    var pictures = pictures(moving(), navigator);
    AtomicFile.write(
        path, out -> new FilmWriter<>(pictures, navigator).writeGif(film, out, progress));
  }

  /// Writes the trace of the run, with its values, as `trace --values` does.
  void writeTrace(Path path, DoubleConsumer progress) throws IOException {
    AtomicFile.write(
        path,
        out ->
            TraceWriter.write(open.loaded(), TraceWriter.Contents.STEPS_AND_VALUES, out, progress));
  }

  /// Writes the step's variables as tables into a folder of their own.
  ///
  /// @return that folder
  Path writeTables(Path parent) throws IOException {
    var folder = parent.resolve(open.stepName());
    var step = new Navigator<>(open.loaded().run()).step(open.position());
    StepTables.write(step.frame().variables(), folder);
    return folder;
  }

  /// Writes the problem, edits included, as a scenario file.
  void writeScenario(Path path) throws IOException {
    ScenarioWriter.write(open.scenario(), path);
  }

  private PictureWriter<F> pictures(PictureFormat format, Navigator<F> navigator) {
    return new PictureWriter<>(
        open.view().exercise(),
        open.scenario(),
        navigator,
        open.view().painter(),
        formulas,
        format,
        open.interaction());
  }

  private PictureFormat still() {
    return switch (open.look().density()) {
      case PRESENT -> format(1920, 1080);
      case WINDOW, THUMBNAIL -> format(1920, 1200);
    };
  }

  private PictureFormat moving() {
    return switch (open.look().density()) {
      case PRESENT -> format(1280, 720);
      case WINDOW, THUMBNAIL -> format(1280, 800);
    };
  }

  private PictureFormat format(int width, int height) {
    var look = open.look();
    var density = look.density() == Look.Density.THUMBNAIL ? Look.Density.WINDOW : look.density();
    return new PictureFormat(width, height, look.palette(), density);
  }
}
