package dev.stepwise.playback;

import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// Everything that a window shows of a player at one moment.
///
/// @param position where the run stands
/// @param depth the depth at which it is walked; the position may be a leaf above it
/// @param step the step there
/// @param crumbs the way there, the top level first; the last one is the step itself
/// @param topLength how many steps the top level has, where known
/// @param siblings how many steps the smaller run at the position has, where known
/// @param along how far along the run it is, in steps of the top level, as [Navigator#along] counts
/// @param atEnd whether no stop follows
/// @param playing whether it plays
/// @param speed how fast it plays
/// @param stoppedAt the conditions that paused it at this step; empty where none did
/// @param breakOn the conditions that pause it
/// @param breakpoints the positions that pause it
/// @param lineBreaks the names of the lines that pause it
public record PlayerState<F extends Frame>(
    Position position,
    int depth,
    Step<F> step,
    List<Crumb> crumbs,
    OptionalInt topLength,
    OptionalInt siblings,
    double along,
    boolean atEnd,
    boolean playing,
    Speed speed,
    Set<Condition> stoppedAt,
    Set<Condition> breakOn,
    Set<Position> breakpoints,
    Set<String> lineBreaks) {

  /// A part of the way to a step.
  public record Crumb(Position position, String label) {}

  /// Copies the collections.
  public PlayerState {
    crumbs = List.copyOf(crumbs);
    stoppedAt = Set.copyOf(stoppedAt);
    breakOn = Set.copyOf(breakOn);
    breakpoints = Set.copyOf(breakpoints);
    lineBreaks = Set.copyOf(lineBreaks);
  }

  /// How far along the run it is, 0 to 1; 0 where the length is not known.
  public double fraction() {
    return topLength.isEmpty()
        ? 0
        : topLength.getAsInt() <= 1 ? 1 : Math.clamp(along / (topLength.getAsInt() - 1), 0, 1);
  }

  /// Whether no stop comes before.
  public boolean atStart() {
    return position.indices().stream().allMatch(index -> index == 0);
  }
}
