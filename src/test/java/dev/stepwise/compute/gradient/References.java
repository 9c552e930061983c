package dev.stepwise.compute.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.scenario.Scenario;
import dev.stepwise.scenario.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The reference cases, computed by other software.
final class References {
  static final List<String> NAMES = List.of("linear-regression", "mlp-relu", "mlp-leaky-relu");

  private References() {}

  static JsonNode read(String name) throws Exception {
    return JsonMapper.shared()
        .readTree(Files.readString(Path.of("src/test/resources/reference", name + ".json")));
  }

  static GradientProblem problem(JsonNode reference) throws Exception {
    var exercise = new GradientExercise();
    Scenario scenario =
        new ScenarioReader(List.of(exercise))
            .read(
                "reference", reference.get("scenario").toString().getBytes(StandardCharsets.UTF_8));
    return exercise.problem(scenario.given());
  }

  /// Whether numbers, however nested, meet those expected.
  static void assertMeets(JsonNode result, JsonNode expected, double tolerance, String place) {
    if (expected.isArray()) {
      assertThat(result.size()).as(place).isEqualTo(expected.size());
      for (int i = 0; i < expected.size(); i++) {
        assertMeets(result.get(i), expected.get(i), tolerance, place + "/" + i);
      }
    } else if (expected.isObject()) {
      expected.forEachEntry(
          (key, value) -> assertMeets(result.get(key), value, tolerance, place + "/" + key));
    } else {
      double e = expected.doubleValue();
      assertThat(Math.abs(result.doubleValue() - e))
          .as(place)
          .isLessThanOrEqualTo(tolerance * Math.max(1, Math.abs(e)));
    }
  }
}
