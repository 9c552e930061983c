package dev.stepwise.lesson;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
    return JsonMapper.shared()
        .readTree(Resources.read(path))
        .valueStream()
        .map(node -> preset(exerciseId, node))
        .toList();
  }

  private static Preset preset(String exerciseId, JsonNode node) {
    return new Preset(
        exerciseId,
        node.required("id").stringValue(),
        node.required("title").stringValue(),
        node.required("point").stringValue(),
        node.required("opens").stringValue());
  }
}
