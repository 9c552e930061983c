package dev.stepwise.session;

import dev.stepwise.playback.Position;
import dev.stepwise.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A place to come back to: what is run, the step that is shown, and how it is looked at. It needs
/// nothing else to be opened again, by whom and whenever.
///
/// @param scenario the exercise, the title, and all that the problem was made of
/// @param position of the step
/// @param choices what was chosen of the ways to look at the stage, by their ids
/// @param pins what is pinned on the stage, by the names that the exercise's view gives them:
///   `token[3]`
/// @param breakpoints positions at which playing pauses
/// @param lineBreaks names of the lines at which playing pauses
public record Bookmark(
    Scenario scenario,
    Position position,
    Map<String, String> choices,
    List<String> pins,
    Set<Position> breakpoints,
    Set<String> lineBreaks) {

  /// Copies the collections.
  public Bookmark {
    choices = Map.copyOf(choices);
    pins = List.copyOf(pins);
    breakpoints = Set.copyOf(breakpoints);
    lineBreaks = Set.copyOf(lineBreaks);
  }

  /// A place where playing pauses at no line.
  public Bookmark(
      Scenario scenario,
      Position position,
      Map<String, String> choices,
      List<String> pins,
      Set<Position> breakpoints) {
    this(scenario, position, choices, pins, breakpoints, Set.of());
  }

  /// A step of a scenario, looked at as nobody touched it.
  public static Bookmark at(Scenario scenario, Position position) {
    return new Bookmark(scenario, position, Map.of(), List.of(), Set.of());
  }

  /// The same with a stage looked at in some way.
  public Bookmark seen(Map<String, String> otherChoices, List<String> otherPins) {
    return new Bookmark(scenario, position, otherChoices, otherPins, breakpoints, lineBreaks);
  }

  /// The exercise.
  public String exerciseId() {
    return scenario.exerciseId();
  }

  /// Where a run stands when this is opened.
  public Workspace.Stand stand() {
    return new Workspace.Stand(Optional.of(position), breakpoints, lineBreaks);
  }
}
