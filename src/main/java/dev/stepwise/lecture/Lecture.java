package dev.stepwise.lecture;

import dev.stepwise.playback.Position;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.session.Bookmark;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A way through runs, to be given in front of a room and walked again alone.
///
/// @param title its name for people
/// @param stops in their order
public record Lecture(String title, List<Stop> stops) {

  /// Copies the stops.
  public Lecture {
    stops = List.copyOf(stops);
  }

  /// A scenario is a lecture of one stop, at its first step.
  public static Lecture of(Scenario scenario) {
    return new Lecture(scenario.title(), List.of(Stop.at(Bookmark.at(scenario, Position.START))));
  }

  /// Whether it is no more than a place in a run: one stop, of which nothing is said.
  public boolean isPlace() {
    return stops.size() == 1 && stops.getFirst().isSilent();
  }

  /// How many minutes are planned.
  public int minutes() {
    return stops.stream().mapToInt(Stop::minutes).sum();
  }

  /// When a stop is to begin, in minutes from the start.
  ///
  /// @param index of the stop, from 0
  public int begins(int index) {
    return stops.subList(0, index).stream().mapToInt(Stop::minutes).sum();
  }

  /// The same under another title.
  public Lecture titled(String other) {
    return new Lecture(other, stops);
  }

  /// The same with a stop more.
  ///
  /// @param index that it gets
  public Lecture with(int index, Stop stop) {
    var changed = new ArrayList<>(stops);
    changed.add(index, stop);
    return new Lecture(title, changed);
  }

  /// The same without a stop.
  public Lecture without(int index) {
    var changed = new ArrayList<>(stops);
    changed.remove(index);
    return new Lecture(title, changed);
  }

  /// The same with a stop in another place.
  ///
  /// @param from its index now
  /// @param to its index then
  public Lecture moving(int from, int to) {
    return without(from).with(to, stops.get(from));
  }

  /// The same with a stop changed.
  public Lecture changing(int index, UnaryOperator<Stop> change) {
    var changed = new ArrayList<>(stops);
    changed.set(index, change.apply(stops.get(index)));
    return new Lecture(title, changed);
  }
}
