package dev.stepwise.shell;

import dev.stepwise.lecture.Lecture;
import dev.stepwise.lecture.Stop;
import dev.stepwise.lecture.Way;
import dev.stepwise.playback.Position;
import dev.stepwise.presenting.Next;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.session.Bookmark;
import dev.stepwise.session.Listeners;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The lecture that is open: at which stop it is, how a clicker goes through it, and the way back
/// from a detour. A detour is anything that is opened in the meantime.
final class Lecturing {

  /// What a lecture needs of the window.
  interface Hall {
    /// Opens a bookmark.
    ///
    /// @param opened told when it takes the place of what is open, if it does
    void open(Bookmark bookmark, Runnable opened);

    /// The run on the screen; empty where the page has none.
    Optional<StopWalk> walk();

    /// Whether all that was asked for is shown.
    boolean isSettled();

    /// Tells what was done.
    void announce(String done);
  }

  private final Hall hall;
  private final Listeners<Lecturing> listeners = new Listeners<>();
  private @Nullable Lecture lecture;
  private int index;
  private @Nullable StopWalk walk;
  private @Nullable String opened;
  private @Nullable Way way;
  private @Nullable Position last;
  private boolean asked;
  private boolean clicked; // on, before the way through the stop was known
  private @Nullable Scenario run; // that was opened for the stop
  private Runnable unfollow = () -> {};

  Lecturing(Hall hall) {
    this.hall = hall;
  }

  /// Listens to the lecture standing elsewhere, or being another.
  ///
  /// @return ends it
  Runnable onChange(Runnable listener) {
    return listeners.add(_ -> listener.run());
  }

  /// The lecture; empty where none is open.
  Optional<Lecture> lecture() {
    return Optional.ofNullable(lecture);
  }

  /// The index of the stop that it is at, from 0.
  int index() {
    return index;
  }

  /// The stop that it is at.
  Optional<Stop> stop() {
    return lecture().map(open -> open.stops().get(index));
  }

  /// The way through the stop; empty until it is known.
  Optional<Way> way() {
    return Optional.ofNullable(way);
  }

  /// Where the stop stands, or stood before a detour.
  Optional<Position> place() {
    return Optional.ofNullable(last);
  }

  /// Opens a lecture at its first stop.
  void open(Lecture other) {
    open(other, 0);
  }

  /// Opens a lecture at a stop.
  void open(Lecture other, int at) {
    lecture = other;
    go(at);
  }

  /// Takes over a changed lecture. What is on the screen stays where the stop that it is at then
  /// shows it; else that stop is opened.
  ///
  /// @param at the stop that it is at then
  void change(Lecture changed, int at) {
    lecture = changed;
    if (!isSameRun(changed.stops().get(at))) {
      go(at);
      return;
    }
    index = at;
    follow();
  }

  /// Begins a lecture with what is seen; nothing happens where one is open.
  void begin() {
    if (lecture == null) {
      hall.walk()
          .flatMap(StopWalk::seen)
          .ifPresent(now -> changeToSeen(new Lecture("My lecture", List.of(Stop.at(now))), 0));
    }
  }

  /// Takes over a changed lecture, of which a stop is what is on the screen.
  ///
  /// @param at that stop
  void changeToSeen(Lecture changed, int at) {
    lecture = changed;
    index = at;
    run = changed.stops().get(at).bookmark().scenario();
    arrived();
    follow();
  }

  /// Every edit of a stop but another place keeps its very scenario.
  @SuppressWarnings("ReferenceEquality")
  private boolean isSameRun(Stop stop) {
    return stop.bookmark().scenario() == run;
  }

  private void follow() {
    way = null;
    asked = false;
    clicked = false;
    moved();
  }

  /// Leaves the lecture; what is on the screen stays.
  void close() {
    unfollow.run();
    unfollow = () -> {};
    lecture = null;
    walk = null;
    opened = null;
    run = null;
    way = null;
    last = null;
    tell();
  }

  /// Goes to a stop, where it begins.
  void go(int to) {
    stop(to).ifPresent(stop -> open(to, stop.begins()));
  }

  /// The next step of the stop, or else the next stop. False where there is no lecture, or a
  /// detour.
  boolean onward() {
    if (lecture == null || isDetour()) {
      return false;
    }
    if (isArriving()) {
      return true;
    }
    switch (next()) {
      case Next.Step(var at) -> Optional.ofNullable(walk).ifPresent(open -> open.goTo(at));
      case Next.Stop(var to) -> go(to);
      case Next.End() -> hall.announce("This is the end of “" + lecture.title() + "”.");
      case Next.Unknown() -> clicked = true;
    }
    return true;
  }

  /// What a click on would show, where there is a lecture and no detour.
  Next next() {
    boolean waits = way == null && !clicked && stop().flatMap(Stop::until).isPresent();
    if (lecture == null || waits) {
      return new Next.Unknown();
    }
    return place()
        .flatMap(here -> way().flatMap(known -> known.after(here)))
        .<Next>map(Next.Step::new)
        .orElseGet(() -> stop(index + 1).isPresent() ? new Next.Stop(index + 1) : new Next.End());
  }

  /// The step of the stop before, or else the stop before, as it was left: at its last step. False
  /// where there is no lecture, or a detour.
  boolean backward() {
    if (lecture == null || isDetour()) {
      return false;
    }
    if (isArriving()) {
      return true;
    }
    var before = place().flatMap(here -> way().flatMap(known -> known.before(here)));
    if (before.isPresent() && walk != null) {
      walk.goTo(before.get());
    } else {
      stop(index - 1).ifPresent(stop -> open(index - 1, stop.ends()));
    }
    return true;
  }

  /// Back from a detour to where the stop was left; false where there is none.
  boolean comeBack() {
    var stop = stop();
    if (stop.isEmpty() || !isDetour()) {
      return false;
    }
    open(index, place().orElse(stop.get().begins()));
    return true;
  }

  /// Whether something else than the stop is open.
  boolean isDetour() {
    if (lecture == null || walk == null || opened == null) {
      return false;
    }
    var now = hall.walk();
    return now.isEmpty()
        || !now.get().equals(walk)
        || !now.get().open().equals(Optional.of(opened));
  }

  /// A page or a problem was opened or left.
  void turned() {
    if (lecture != null) {
      tell();
    }
  }

  private boolean isArriving() {
    return opened == null && !hall.isSettled();
  }

  private Optional<Stop> stop(int at) {
    return lecture()
        .filter(open -> at >= 0 && at < open.stops().size())
        .map(open -> open.stops().get(at));
  }

  private void open(int to, Position at) {
    var there = stop(to).orElseThrow().bookmark();
    unfollow.run();
    unfollow = () -> {};
    index = to;
    run = there.scenario();
    way = null;
    asked = false;
    clicked = false;
    opened = null;
    walk = null;
    last = at;
    hall.open(
        new Bookmark(there.scenario(), at, there.choices(), there.pins(), there.breakpoints()),
        this::arrived);
    tell();
  }

  private void arrived() {
    walk = hall.walk().orElse(null);
    if (walk != null) {
      opened = walk.open().orElse(null);
      unfollow.run();
      unfollow = walk.onMove(this::moved);
    }
  }

  private void moved() {
    var follows = walk;
    var stop = stop();
    if (follows == null || stop.isEmpty() || isDetour()) {
      tell();
      return;
    }
    follows.here().ifPresent(here -> last = here);
    if (!asked) {
      asked = true;
      int at = index;
      follows.find(
          stop.get(),
          found -> {
            if (at == index) {
              found(found);
            }
          });
    }
    tell();
  }

  private void found(Way found) {
    way = found;
    tell();
    if (clicked) {
      clicked = false;
      onward();
    }
  }

  private void tell() {
    listeners.tell(this);
  }
}
