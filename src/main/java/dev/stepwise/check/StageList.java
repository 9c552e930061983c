package dev.stepwise.check;

import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Stages in the order in which a run computes them, as they are collected.
final class StageList {
  private final List<Stage> stages = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  /// Adds a stage.
  ///
  /// @param needs addresses of the stages that it is computed from; those that are not there are
  ///   left out
  StageList add(String name, String key, String step, @Nullable Value value, String... needs) {
    return value == null ? this : add(name, key, step, List.of(Held.of(value)), List.of(), needs);
  }

  /// The same of several forms, at a place in an array.
  StageList add(
      String name,
      String key,
      String step,
      List<Held> forms,
      List<Integer> place,
      String... needs) {
    Set<Integer> before = new LinkedHashSet<>();
    for (var need : needs) {
      var found = places.get(need);
      if (found != null) {
        before.add(found);
      }
    }
    var stage = new Stage(name, key, step, forms, place, before);
    places.put(stage.address(), stages.size());
    stages.add(stage);
    return this;
  }

  /// What is left of stages where only the last of each name and place counts, as in a file of
  /// results.
  static List<Stage> lasting(List<Stage> stages) {
    var kept = new ArrayList<Stage>();
    var moved = new HashMap<Integer, Set<Integer>>();
    for (int i = 0; i < stages.size(); i++) {
      var stage = stages.get(i);
      var needs = new LinkedHashSet<Integer>();
      stage.needs().forEach(need -> needs.addAll(moved.getOrDefault(need, Set.of())));
      boolean again =
          stages.subList(i + 1, stages.size()).stream()
              .anyMatch(later ->
                  later.name().equals(stage.name()) && later.place().equals(stage.place()));
      if (again) {
        moved.put(i, needs);
      } else {
        moved.put(i, Set.of(kept.size()));
        kept.add(
            new Stage(
                stage.name(), stage.key(), stage.step(), stage.forms(), stage.place(), needs));
      }
    }
    return kept;
  }

  /// All of them.
  List<Stage> all() {
    return List.copyOf(stages);
  }
}
