package dev.stepwise.shell.sharing;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.formula.Formulas;
import dev.stepwise.job.JobDialog;
import dev.stepwise.platform.FileProblem;
import dev.stepwise.shell.sharing.FilePicker.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;

/// Copies and saves what is on the screen: asks where, does it in the background with its progress
/// and a way to cancel, and tells when it is done.
public final class Sharing<P, F extends Frame> {
  private static final List<Kind> PICTURES =
      List.of(
          new Kind("Picture (PNG)", ".png"),
          new Kind("Drawing (SVG)", ".svg"),
          new Kind("Document (PDF)", ".pdf"));
  private static final List<Kind> FILMS = List.of(new Kind("Moving picture (GIF)", ".gif"));
  private static final List<Kind> TRACES = List.of(new Kind("Trace (JSON)", ".json"));
  private static final List<Kind> SCENARIOS =
      List.of(new Kind("Lesson", ".stepwise"), new Kind("Scenario (JSON)", ".json"));

  private final Supplier<Optional<OpenRun<P, F>>> screen;
  private final Formulas formulas;
  private final FilePicker picker;
  private final Supplier<Window> window;
  private final Consumer<String> tell;

  /// @param screen what is on it now; empty before the first step
  /// @param picker asks where to save
  /// @param window that the dialogs belong to
  /// @param tell told what was done, in a sentence
  public Sharing(
      Supplier<Optional<OpenRun<P, F>>> screen,
      Formulas formulas,
      FilePicker picker,
      Supplier<Window> window,
      Consumer<String> tell) {
    this.screen = screen;
    this.formulas = formulas;
    this.picker = picker;
    this.window = window;
    this.tell = tell;
  }

  /// What writes one kind of file.
  @FunctionalInterface
  private interface Writing {
    /// Writes and says where to; the folder of tables is another than the one chosen.
    Path write(Path to, DoubleConsumer progress) throws IOException;
  }

  /// Puts the picture of the step into the clipboard.
  public void copyPicture() {
    screen
        .get()
        .ifPresent(open -> {
          var content = new ClipboardContent();
          content.putImage(handouts(open).picture());
          Clipboard.getSystemClipboard().setContent(content);
          tell.accept("The picture of this step is in the clipboard.");
        });
  }

  /// Saves the picture of the step.
  public void savePicture() {
    save(
        "the picture of this step",
        OpenRun::stepName,
        PICTURES,
        (handouts, path, _) -> handouts.writePicture(path));
  }

  /// Saves the run as a moving picture.
  public void saveFilm() {
    save("the moving picture", OpenRun::fileName, FILMS, Handouts::writeFilm);
  }

  /// Saves the trace of the run.
  public void saveTrace() {
    save("the trace of the run", open -> open.fileName() + "-trace", TRACES, Handouts::writeTrace);
  }

  /// Saves the problem, to be opened again.
  public void saveScenario() {
    save(
        "the problem as a scenario",
        OpenRun::fileName,
        SCENARIOS,
        (handouts, path, _) -> handouts.writeScenario(path));
  }

  /// Saves the variables of the step as tables.
  public void saveTables() {
    screen
        .get()
        .ifPresent(open ->
            picker
                .folder(window.get(), "Choose where the folder of this step's tables goes")
                .ifPresent(parent ->
                    start(
                        "this step's tables",
                        parent,
                        (folder, _) -> handouts(open).writeTables(folder))));
  }

  /// What writes a chosen file.
  @FunctionalInterface
  private interface FileWriting<P, F extends Frame> {
    void write(Handouts<P, F> handouts, Path path, DoubleConsumer progress) throws IOException;
  }

  private void save(
      String what,
      Function<OpenRun<P, F>, String> name,
      List<Kind> kinds,
      FileWriting<P, F> writing) {
    screen
        .get()
        .ifPresent(open ->
            picker
                .file(
                    window.get(),
                    "Save " + what,
                    name.apply(open) + kinds.getFirst().ending(),
                    kinds)
                .ifPresent(path ->
                    start(
                        what,
                        path,
                        (file, progress) -> {
                          writing.write(handouts(open), file, progress);
                          return file;
                        })));
  }

  private void start(String what, Path to, Writing writing) {
    JobDialog.show(
        window.get(),
        "Saving " + what,
        progress -> {
          try {
            return writing.write(to, progress);
          } catch (IOException e) {
            throw new IllegalStateException(
                "It cannot be written: " + FileProblem.of(e) + ". Choose another place.", e);
          }
        },
        written -> tell.accept("Saved: " + written));
  }

  private Handouts<P, F> handouts(OpenRun<P, F> open) {
    return new Handouts<>(open, formulas);
  }
}
