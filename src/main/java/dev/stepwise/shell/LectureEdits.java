package dev.stepwise.shell;

import dev.stepwise.lecture.Lecture;
import dev.stepwise.lecture.Stop;
import dev.stepwise.session.Bookmark;
import dev.stepwise.session.History;
import dev.stepwise.session.Listeners;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The edits made to the lecture that is open. Each can be taken back; which of its versions is in
/// a file is known.
final class LectureEdits {
  private final Lecturing lecturing;
  private final Supplier<Optional<Bookmark>> seen;
  private final History<Lecture> history = new History<>();
  private final Listeners<LectureEdits> onChange = new Listeners<>();
  private Runnable onEdit = () -> {};
  private @Nullable Lecture saved;

  /// @param seen what is on the screen; empty where that is no run
  LectureEdits(Lecturing lecturing, Supplier<Optional<Bookmark>> seen) {
    this.lecturing = lecturing;
    this.seen = seen;
    lecturing.onChange(this::follow);
  }

  /// Listens to the lecture, or what is known of it, being another.
  void onChange(Runnable listener) {
    onChange.add(_ -> listener.run());
  }

  /// Sets who is told of an edit, and of none that is taken back or made again.
  void setOnEdit(Runnable listener) {
    onEdit = listener;
  }

  private void follow() {
    var lecture = lecturing.lecture();
    if (lecture.isEmpty()) {
      history.forget();
      saved = null;
    } else if (!history.now().equals(lecture)) {
      history.begin(lecture.get());
      saved = lecture.get();
    }
    onChange.tell(this);
  }

  /// Whether what is open is in a file, or nothing is open.
  boolean isSaved() {
    return lecturing.lecture().filter(open -> !open.equals(saved)).isEmpty();
  }

  /// What is open is in a file.
  void saved() {
    saved = lecturing.lecture().orElse(null);
    onChange.tell(this);
  }

  /// What is open is in no file.
  void unsaved() {
    saved = null;
    onChange.tell(this);
  }

  boolean canUndo() {
    return lecturing.lecture().isPresent() && history.canUndo();
  }

  boolean canRedo() {
    return lecturing.lecture().isPresent() && history.canRedo();
  }

  void undo() {
    history.undo().ifPresent(this::turn);
  }

  void redo() {
    history.redo().ifPresent(this::turn);
  }

  private void turn(Lecture version) {
    lecturing.change(version, Math.min(lecturing.index(), version.stops().size() - 1));
  }

  /// Edits the stop that it is at.
  void edit(UnaryOperator<Stop> edit) {
    change(open -> open.changing(lecturing.index(), edit));
  }

  /// Edits the lecture.
  void change(UnaryOperator<Lecture> edit) {
    take(edit, lecturing.index());
  }

  private void take(UnaryOperator<Lecture> edit, int at) {
    take(edit, changed -> lecturing.change(changed, at));
  }

  private void takeSeen(UnaryOperator<Lecture> edit, int at) {
    take(edit, changed -> lecturing.changeToSeen(changed, at));
  }

  private void take(UnaryOperator<Lecture> edit, Consumer<Lecture> use) {
    lecturing
        .lecture()
        .ifPresent(open -> {
          var changed = edit.apply(open);
          if (!changed.equals(open)) {
            history.add(changed);
            use.accept(changed);
            onEdit.run();
          }
        });
  }

  /// Adds what is on the screen, as the stop after this one.
  void add() {
    int after = lecturing.index() + 1;
    seen.get().ifPresent(now -> takeSeen(open -> open.with(after, Stop.at(now)), after));
  }

  /// The stop shows what is on the screen from then on.
  void use() {
    int here = lecturing.index();
    seen.get()
        .ifPresent(now -> takeSeen(open -> open.changing(here, stop -> stop.showing(now)), here));
  }

  /// The step on the screen is the stop's last one, where it is a step of its run.
  void endHere() {
    if (!lecturing.isDetour()) {
      seen.get().ifPresent(now -> edit(stop -> stop.ending(now.position())));
    }
  }

  void duplicate() {
    int here = lecturing.index();
    take(open -> open.with(here + 1, open.stops().get(here)), here + 1);
  }

  void remove() {
    int here = lecturing.index();
    lecturing
        .lecture()
        .filter(open -> open.stops().size() > 1)
        .ifPresent(_ -> take(open -> open.without(here), Math.max(0, here - 1)));
  }

  /// Moves the stop that it is at by some places.
  void move(int by) {
    moveTo(lecturing.index(), lecturing.index() + by);
  }

  /// Moves a stop to another place, and goes there.
  void moveTo(int from, int to) {
    lecturing
        .lecture()
        .filter(open -> from != to && to >= 0 && to < open.stops().size())
        .ifPresent(_ -> take(open -> open.moving(from, to), to));
  }
}
