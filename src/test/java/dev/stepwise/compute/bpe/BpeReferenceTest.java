package dev.stepwise.compute.bpe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Value;
import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The reference cases: merges and encodings that other software found by counting every pair at
/// every merge.
class BpeReferenceTest {
  private static final Path CASES = Path.of("src/test/resources/reference");

  @ParameterizedTest
  @ValueSource(strings = {"bpe-low", "bpe-overlap", "bpe-licence"})
  void the_result_meets_the_reference(String name) throws IOException, ScenarioException {
    var reference = JsonMapper.shared().readTree(CASES.resolve(name + ".json"));
    var exercise = new BpeExercise();
    var scenario =
        new ScenarioReader(List.of(exercise))
            .read(name, reference.get("scenario").toString().getBytes(StandardCharsets.UTF_8));
    var run = exercise.run(exercise.problem(scenario.given()));
    var result = exercise.result(run.step(run.length() - 1).frame());
    var expected = reference.get("expected");

    assertThat(expected.propertyNames()).containsExactlyInAnyOrder("merges", "encodings");
    assertThat(result.get("merges")).isEqualTo(value(expected.get("merges")));
    assertThat(result.get("encodings")).isEqualTo(value(expected.get("encodings")));
  }

  private static Value value(JsonNode node) {
    if (node.isString()) {
      return new Value.Text(node.stringValue());
    }
    if (node.isArray()) {
      return new Value.Many(node.valueStream().map(BpeReferenceTest::value).toList());
    }
    var named = new LinkedHashMap<String, Value>();
    node.forEachEntry((name, each) -> named.put(name, value(each)));
    return new Value.Named(named);
  }
}
