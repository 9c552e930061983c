package dev.stepwise.lesson;

import dev.stepwise.scenario.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The mistakes that are known of an exercise. They stand in `misconceptions.json` beside its
/// listing:
///
/// ```json
/// {"keeps-its-label": {"title": "…", "words": "…"}}
/// ```
///
/// @param byId by their ids
public record Misconceptions(Map<String, Misconception> byId) {

  /// Copies the map.
  public Misconceptions {
    byId = Map.copyOf(byId);
  }

  /// Those of an exercise; none where it has no such file.
  ///
  /// @param exerciseId such as `k-means`
  public static Misconceptions of(String exerciseId) {
    var path = "/assets/" + exerciseId + "/misconceptions.json";
    return Resources.exist(path)
        ? parsed(JsonObject.read(Resources.read(path)))
        : new Misconceptions(Map.of());
  }

  /// Those that an object holds.
  ///
  /// @throws IllegalArgumentException where one has no title or no words
  static Misconceptions parsed(JsonObject all) {
    var byId = new LinkedHashMap<String, Misconception>();
    for (var id : all.fields().keySet()) {
      var one = all.object(id);
      byId.put(id, new Misconception(id, text(one, id, "title"), text(one, id, "words")));
    }
    return new Misconceptions(byId);
  }

  private static String text(JsonObject one, String id, String name) {
    return one.text(name)
        .orElseThrow(() -> new IllegalArgumentException("%s has no %s".formatted(id, name)));
  }

  /// The one of this id, if it is known.
  public Optional<Misconception> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
