package dev.stepwise.shell;

import dev.stepwise.lecture.Lecture;
import dev.stepwise.lecture.ShippedLecture;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// The lecture of the window: its bar, its stops and notes, its file.
final class LectureDesk {
  private final Lecturing lecturing;
  private final LectureEdits edits;
  private final LectureBar bar;
  private final LectureFiles files;
  private final Node list;
  private final Node fields;

  /// @param host of the screens
  LectureDesk(AppWindow.Setup setup, Appearance appearance, ScreenHost host, Lecturing.Hall hall) {
    lecturing = new Lecturing(hall);
    edits = new LectureEdits(lecturing, () -> hall.walk().flatMap(StopWalk::seen));
    files = new LectureFiles(setup, edits, host, lecturing);
    bar = new LectureBar(lecturing, () -> files.unlessUnsaved(lecturing::close));
    list =
        new StopList(
                lecturing,
                edits,
                new StopDrawings(setup.registry(), setup.formulas()),
                appearance.look())
            .node();
    fields = new LecturePane(lecturing, edits, files).node();
    list.visibleProperty().bind(bar.edit().selectedProperty());
    fields.visibleProperty().bind(bar.edit().selectedProperty());
    lecturing.onChange(() -> {
      if (lecturing.lecture().isEmpty()) {
        bar.edit().setSelected(false);
      }
    });
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
    return list;
  }

  /// What is said at the stop, at the right while it is edited.
  Node fields() {
    return fields;
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

  /// Opens a lecture at its first stop, once what is unsaved of another is taken care of.
  void open(Lecture lecture) {
    files.unlessUnsaved(() -> {
      files.forget();
      lecturing.open(lecture);
    });
  }

  /// What the home page offers.
  LectureCard card(Optional<Runnable> goOn) {
    return new LectureCard(
        new LectureCard.Ways(files::open, files::ask, files.recent(), files::openFile, goOn));
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

  /// Opens a lecture that is shipped.
  void open(ShippedLecture shipped) {
    files.open(shipped);
  }
}
