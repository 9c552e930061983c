package dev.stepwise.lesson;

import dev.stepwise.scenario.JsonObject;
import java.util.List;

/// The presets that are shipped with the app.
public final class Presets {
  private Presets() {}

  /// The presets of an exercise, in the order in which they are offered; none where it has none
  /// yet.
  ///
  /// @param exerciseId such as `k-means`
  public static List<Preset> of(String exerciseId) {
    var path = "/assets/" + exerciseId + "/presets.json";
    if (!Resources.exist(path)) {
      return List.of();
    }
    return JsonObject.readList(Resources.read(path)).stream()
        .map(entry -> preset(exerciseId, entry))
        .toList();
  }

  private static Preset preset(String exerciseId, JsonObject entry) {
    return new Preset(
        exerciseId,
        text(entry, "id"),
        text(entry, "title"),
        text(entry, "point"),
        text(entry, "opens"));
  }

  private static String text(JsonObject entry, String name) {
    return entry
        .text(name)
        .orElseThrow(() -> new IllegalStateException("a preset has no " + name + ": " + entry));
  }
}
