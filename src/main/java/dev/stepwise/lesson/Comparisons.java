package dev.stepwise.lesson;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.scenario.ComparisonReader;
import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.StatedComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The comparisons that are shipped with the app: pairs worth running side by side, each on the
/// preset where it makes its point. They stand in `comparisons.json` beside `presets.json`:
///
/// ```json
/// [{"id": "scaled-or-not", "title": "÷ √d_k on and off", "preset": "no-scaling",
///   "compare": {"parameters": {"scale": true}},
///   "opens": "5", "point": "…"}]
/// ```
///
/// `compare` is what the second run has over the first, as in a scenario; `first`, where it is
/// there, what the first run has over the preset.
public final class Comparisons {
  private Comparisons() {}

  /// The comparisons of an exercise, in the order in which they are offered; none where it has
  /// none.
  ///
  /// @throws IllegalStateException where the shipped file is broken: a defect of the app
  public static List<Comparison> of(Exercise<?, ?> exercise) {
    var path = "/assets/" + exercise.id() + "/comparisons.json";
    if (!Resources.exist(path)) {
      return List.of();
    }
    try {
      return read(path, Resources.read(path), exercise);
    } catch (ScenarioException e) {
      throw new IllegalStateException("the app's own comparisons are broken", e);
    }
  }

  /// Those that a file holds.
  ///
  /// @param file its name, for messages
  /// @throws ScenarioException where it is no list of comparisons, or there is no such preset
  static List<Comparison> read(String file, byte[] content, Exercise<?, ?> exercise)
      throws ScenarioException {
    var presets = Presets.of(exercise.id());
    var comparisons = new ArrayList<Comparison>();
    for (var stated : new ComparisonReader(exercise).read(file, content)) {
      var place = "/%d/preset".formatted(comparisons.size());
      var preset =
          presets.stream()
              .filter(each -> each.id().equals(stated.preset()))
              .findFirst()
              .orElseThrow(() -> unknown(file, place, stated, presets));
      comparisons.add(
          new Comparison(
              stated.id(),
              stated.title(),
              preset,
              stated.first(),
              stated.second(),
              stated.opens(),
              stated.point()));
    }
    return List.copyOf(comparisons);
  }

  private static ScenarioException unknown(
      String file, String place, StatedComparison stated, List<Preset> presets) {
    var ids = presets.stream().map(Preset::id).collect(Collectors.joining(", "));
    return new ScenarioException(
        file, place, "is '%s'".formatted(stated.preset()), "give one of " + ids);
  }
}
