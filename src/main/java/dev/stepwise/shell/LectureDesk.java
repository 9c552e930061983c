package dev.stepwise.shell;

import dev.stepwise.lecture.Freedom;
import dev.stepwise.lecture.Lecture;
import dev.stepwise.lecture.Session;
import dev.stepwise.lecture.Stop;
import dev.stepwise.platform.TypedPath;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// The lecture of the window: its bar, its stops and notes, its file.
final class LectureDesk {

  /// What a lecture needs of the window that shows it.
  interface Room extends Lecturing.Hall {
    /// Whether the run is presented to a room.
    boolean isPresenting();

    /// Lets a student do so much with the run.
    void free(Set<Freedom> freedoms);
  }

  private final Lecturing lecturing;
  private final LectureEdits edits;
  private final LectureBar bar;
  private final LectureFiles files;
  private final StopList stops;
  private final LecturePane fields;
  private Optional<Session.Talk> before;

  /// @param host of the screens
  LectureDesk(AppWindow.Setup setup, Appearance appearance, ScreenHost host, Room hall) {
    before = setup.memory().before().talk();
    lecturing = new Lecturing(hall);
    edits = new LectureEdits(lecturing, () -> hall.walk().flatMap(StopWalk::seen));
    files = new LectureFiles(setup, edits, host, lecturing);
    bar = new LectureBar(lecturing, () -> files.unlessUnsaved(lecturing::close));
    stops =
        new StopList(
            lecturing,
            edits,
            new StopDrawings(setup.registry(), setup.formulas()),
            appearance.look());
    fields = new LecturePane(lecturing, edits, files);
    stops.node().visibleProperty().bind(bar.edit().selectedProperty());
    fields.node().visibleProperty().bind(bar.edit().selectedProperty());
    bar.edit().selectedProperty().subscribe((_, _) -> hall.free(freedoms(hall.isPresenting())));
    lecturing.onChange(() -> {
      hall.free(freedoms(hall.isPresenting()));
      if (lecturing.lecture().isEmpty()) {
        bar.edit().setSelected(false);
      }
    });
  }

  /// What may be done at the stop. Whoever gives or writes a lecture, and whoever is on a detour,
  /// may do anything.
  private Set<Freedom> freedoms(boolean presenting) {
    boolean all = presenting || bar.edit().isSelected() || lecturing.isDetour();
    return lecturing
        .stop()
        .filter(_ -> !all)
        .map(Stop::freedoms)
        .orElseGet(() -> EnumSet.allOf(Freedom.class));
  }

  Lecturing lecturing() {
    return lecturing;
  }

  LectureEdits edits() {
    return edits;
  }

  LectureFiles files() {
    return files;
  }

  /// What stands above all.
  HBox bar() {
    return bar.node();
  }

  /// The stops, at the left while they are edited.
  Node list() {
    return stops.node();
  }

  /// What is said at the stop, at the right while it is edited.
  Node fields() {
    return fields.node();
  }

  /// Begins a lecture with what is seen, or shows the stops of the one that is open.
  void begin() {
    boolean fresh = lecturing.lecture().isEmpty();
    lecturing.begin();
    if (fresh) {
      files.forget();
      edits.unsaved();
    }
    bar.edit().setSelected(lecturing.lecture().isPresent());
  }

  /// Opens a lecture at its first stop, once what is unsaved of another is taken care of; one that
  /// is no more than a place in a run as that place.
  ///
  /// @param file where it is; empty where it is in none
  void open(Lecture lecture, Optional<Path> file) {
    files.open(lecture, file);
  }

  /// Whether the window may close; else it is asked about what is not saved, and closed then.
  boolean mayClose(Runnable close) {
    fields.take();
    boolean may = edits.isSaved();
    if (!may) {
      files.unlessUnsaved(close);
    }
    return may;
  }

  /// What the home page offers: also the lecture that was open when the app last ended, until
  /// another is.
  LectureCard card() {
    return new LectureCard(
        new LectureCard.Ways(
            files::open,
            files::ask,
            files.recent(),
            files::openFile,
            offered().map(talk -> () -> goOn(talk))));
  }

  private Optional<Session.Talk> offered() {
    return lecturing.lecture().isPresent() ? Optional.empty() : before;
  }

  private void goOn(Session.Talk talk) {
    before = Optional.empty();
    files.forget();
    talk.file().flatMap(TypedPath::of).ifPresent(files::remember);
    lecturing.open(talk.lecture(), talk.at());
    if (!talk.saved()) {
      edits.unsaved();
    }
  }

  /// What is to be kept of it; what is still offered of the last time is not lost.
  Optional<Session.Talk> talk() {
    return lecturing
        .lecture()
        .map(open ->
            new Session.Talk(
                open,
                lecturing.index(),
                files.file().map(path -> path.toAbsolutePath().toString()),
                edits.isSaved()))
        .or(this::offered);
  }

  /// Ends what runs for it; the window is about to close.
  void close() {
    stops.close();
  }

  /// Does what a key asks of a lecture; false where none is open, or on a detour.
  boolean perform(Command command) {
    return switch (command) {
      case COME_BACK -> lecturing.comeBack();
      case ONWARD -> lecturing.onward();
      case BACKWARD -> lecturing.backward();
      default -> false;
    };
  }
}
