package dev.stepwise.playback;

import dev.stepwise.compute.run.Condition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Where playing pauses: conditions, positions, and lines of the listing. A condition of a step
/// that opens is met, for who walks inside it, where it ends, unless a step inside met it already;
/// a position is met by the walk's first stop inside it, or by the step that holds it; a line by
/// every stop that executes it.
final class Breaks {
  private Set<Condition> conditions = Set.of();
  private final Set<Position> positions = new HashSet<>();
  private final Set<String> lines = new HashSet<>();

  /// What was met inside the steps around the place where the walk stands.
  private final Map<Position, Set<Condition>> metInside = new HashMap<>();

  Set<Condition> conditions() {
    return conditions;
  }

  void setConditions(Set<Condition> others) {
    conditions = Set.copyOf(others);
  }

  Set<Position> positions() {
    return positions;
  }

  void toggle(Position position) {
    if (!positions.remove(position)) {
      positions.add(position);
    }
  }

  /// The names of lines.
  Set<String> lines() {
    return Set.copyOf(lines);
  }

  /// Takes all names of a line away where one of them is there, else adds them.
  void toggle(Set<String> anchors) {
    if (!lines.removeAll(anchors)) {
      lines.addAll(anchors);
    }
  }

  /// Notes an arrival.
  ///
  /// @return the conditions to pause at that are met here
  Set<Condition> arrive(Arrived<?> arrived) {
    var position = arrived.place().position();
    var met = new HashSet<>(arrived.step().conditions());
    arrived
        .ended()
        .forEach((around, happened) -> {
          var left = new HashSet<>(happened);
          left.removeAll(metInside.getOrDefault(around, Set.of()));
          met.addAll(left);
        });
    metInside.keySet().removeIf(around -> !holds(around, position));
    var around = position.parent();
    while (around.isPresent()) {
      metInside
          .computeIfAbsent(around.get(), _ -> new HashSet<>())
          .addAll(arrived.step().conditions());
      around = around.get().parent();
    }
    met.retainAll(conditions);
    return met;
  }

  /// Whether a position or a line to pause at is met by an arrival.
  boolean stopsAt(Arrived<?> arrived) {
    var here = arrived.place().position();
    return lines.contains(arrived.step().anchor())
        || positions.stream().anyMatch(each -> holds(here, each) || isFirstInside(here, each));
  }

  private static boolean holds(Position outer, Position inner) {
    return outer.depth() <= inner.depth()
        && inner.indices().subList(0, outer.depth()).equals(outer.indices());
  }

  private static boolean isFirstInside(Position here, Position around) {
    return holds(around, here)
        && here.indices().subList(around.depth(), here.depth()).stream().allMatch(i -> i == 0);
  }
}
