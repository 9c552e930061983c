package dev.stepwise.shell;

import dev.stepwise.export.Handout;
import dev.stepwise.export.HandoutPage;
import dev.stepwise.export.HandoutPdf;
import dev.stepwise.job.JobDialog;
import dev.stepwise.lecture.Lecture;
import dev.stepwise.lecture.LectureReader;
import dev.stepwise.lecture.LectureWriter;
import dev.stepwise.lecture.ShippedLecture;
import dev.stepwise.platform.AtomicFile;
import dev.stepwise.platform.FileProblem;
import dev.stepwise.platform.KnownFile;
import dev.stepwise.platform.TypedPath;
import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.ScenarioReader;
import dev.stepwise.shell.AskDialog.Choice;
import dev.stepwise.shell.sharing.FilePicker.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Opens and saves lectures: shipped ones, and files. What is not saved is asked about, and so is a
/// file that somebody else changed meanwhile.
final class LectureFiles {
  private static final List<Kind> OPENED =
      List.of(new Kind("Lecture or problem", ".stepwise"), new Kind("Scenario (JSON)", ".json"));
  private static final List<Kind> SAVED = List.of(new Kind("Lecture", ".stepwise"));
  private static final List<Kind> HANDOUTS =
      List.of(new Kind("Document (PDF)", ".pdf"), new Kind("Web page that steps", ".html"));

  private final AppWindow.Setup setup;
  private final LectureEdits edits;
  private final ScreenHost host;
  private final Lecturing lecturing;
  private Optional<KnownFile> file = Optional.empty();

  LectureFiles(AppWindow.Setup setup, LectureEdits edits, ScreenHost host, Lecturing lecturing) {
    this.setup = setup;
    this.edits = edits;
    this.host = host;
    this.lecturing = lecturing;
  }

  /// The file of the lecture that is open; empty where it has none yet.
  Optional<Path> file() {
    return file.map(KnownFile::path);
  }

  /// What is open is in no file.
  void forget() {
    file = Optional.empty();
  }

  /// What is open belongs to a file, which may have changed since.
  void remember(Path path) {
    file = known(path);
  }

  /// Files that were opened or saved, as far as they are there, the newest first.
  List<Path> recent() {
    return setup.settings().get().lectures().recent().stream()
        .flatMap(text -> TypedPath.of(text).stream())
        .filter(Files::isRegularFile)
        .toList();
  }

  /// Does something that leaves the lecture, once what is unsaved of it is taken care of.
  void unlessUnsaved(Runnable leaving) {
    if (edits.isSaved()) {
      leaving.run();
      return;
    }
    AskDialog.show(
        host.window(),
        "“%s” is not saved".formatted(title()),
        "Its changes would be lost.",
        List.of(
            new Choice("Save", () -> save(leaving)),
            new Choice(
                "Don’t save",
                () -> {
                  lecturing.close(); // nothing of it is offered at the next start either
                  leaving.run();
                })));
  }

  private String title() {
    return lecturing
        .lecture()
        .map(Lecture::title)
        .filter(name -> !name.isBlank())
        .orElse("Lecture");
  }

  /// Opens a lecture that is shipped.
  void open(ShippedLecture shipped) {
    open(shipped.read(scenarios()), Optional.empty());
  }

  /// Asks for a file and opens it; what is wrong with it is said, and all stays as it was.
  void ask() {
    setup
        .picker()
        .existing(host.window(), "Open a lecture or a problem", OPENED)
        .ifPresent(this::openFile);
  }

  /// Opens a lecture, once what is unsaved of another is taken care of; one that is no more than a
  /// place in a run as that place.
  ///
  /// @param from its file; empty where it is in none
  void open(Lecture lecture, Optional<Path> from) {
    if (lecture.isPlace()) {
      host.open(lecture.stops().getFirst().bookmark());
      from.ifPresent(this::use);
      return;
    }
    unlessUnsaved(() -> {
      file = from.flatMap(LectureFiles::known);
      lecturing.open(lecture);
      from.ifPresent(this::use);
    });
  }

  /// Opens a file.
  void openFile(Path path) {
    try {
      open(new LectureReader(scenarios()).load(path), Optional.of(path));
    } catch (ScenarioException wrong) {
      setup
          .settings()
          .update(
              now -> now.withLectures(now.lectures().without(path.toAbsolutePath().toString())));
      host.announce(String.valueOf(wrong.getMessage()));
    }
  }

  private void use(Path path) {
    setup
        .settings()
        .update(now -> now.withLectures(now.lectures().using(path.toAbsolutePath().toString())));
  }

  private static Optional<KnownFile> known(Path path) {
    try {
      return Optional.of(KnownFile.now(path));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Saves the lecture where it is, or asks where to.
  ///
  /// @param then done once it is saved
  void save(Runnable then) {
    if (file.isEmpty()) {
      saveAs(then);
    } else if (file.get().isChanged()) {
      AskDialog.show(
          host.window(),
          file.get().path().getFileName() + " was changed by somebody else",
          "It is another than when you opened or saved it here.",
          List.of(
              new Choice("Save as another file…", () -> saveAs(then)),
              new Choice("Replace it", () -> write(file.get().path(), then))));
    } else {
      write(file.get().path(), then);
    }
  }

  /// Asks where to, and saves the lecture.
  ///
  /// @param then done once it is saved
  void saveAs(Runnable then) {
    setup
        .picker()
        .file(host.window(), "Save the lecture", name() + ".stepwise", SAVED)
        .ifPresent(path -> write(path, then));
  }

  private String name() {
    var words = title().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    var name = words.replaceAll("^-|-$", "");
    return name.isEmpty() ? "lecture" : name;
  }

  private void write(Path path, Runnable then) {
    lecturing
        .lecture()
        .ifPresent(lecture -> {
          try {
            LectureWriter.write(lecture, path);
            remember(path);
            use(path);
            edits.saved();
            host.announce("Saved: " + path);
            then.run();
          } catch (IOException wrong) {
            host.announce(
                "It cannot be written: " + FileProblem.of(wrong) + ". Choose another place.");
          }
        });
  }

  /// Asks where to, and writes the handout of the lecture: a document, or a page that steps.
  ///
  /// @param copy with the notes, or without
  void handout(Handout.Copy copy) {
    var lecture = lecturing.lecture();
    lecture.ifPresent(open ->
        setup
            .picker()
            .file(host.window(), "Save the handout", name() + "-handout.pdf", HANDOUTS)
            .ifPresent(path -> write(open, copy, path)));
  }

  private void write(Lecture lecture, Handout.Copy copy, Path path) {
    var drawings = new StopDrawings(setup.registry(), setup.formulas());
    boolean page = path.toString().toLowerCase(Locale.ROOT).endsWith(".html");
    JobDialog.show(
        host.window(),
        "Saving the handout",
        _ -> {
          try {
            var stops = lecture.stops().stream().map(drawings::of).toList();
            var handout = new Handout(title(), stops, copy);
            AtomicFile.write(
                path,
                out -> {
                  if (page) {
                    HandoutPage.write(handout, out);
                  } else {
                    HandoutPdf.write(handout, out);
                  }
                });
            return path;
          } catch (IOException e) {
            throw new IllegalStateException(
                "It cannot be written: " + FileProblem.of(e) + ". Choose another place.", e);
          }
        },
        written -> host.announce("Saved: " + written));
  }

  private ScenarioReader scenarios() {
    return new ScenarioReader(setup.registry().exercises());
  }
}
