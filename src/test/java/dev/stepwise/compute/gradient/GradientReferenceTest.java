package dev.stepwise.compute.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.export.TraceWriter;
import dev.stepwise.scenario.LoadedScenario;
import dev.stepwise.scenario.ScenarioReader;
import dev.stepwise.testing.OneAtATime;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

@OneAtATime
class GradientReferenceTest {

  static List<String> names() {
    return References.NAMES;
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_trace_meets_the_reference(String name) throws Exception {
    var reference = References.read(name);
    var exercise = new GradientExercise();
    var scenario =
        new ScenarioReader(List.of(exercise))
            .read(name, reference.get("scenario").toString().getBytes(StandardCharsets.UTF_8));
    var out = new ByteArrayOutputStream();
    TraceWriter.write(
        new LoadedScenario<>(exercise, scenario, exercise.problem(scenario.given())),
        TraceWriter.Contents.STEPS_AND_VALUES,
        out);

    var result = JsonMapper.shared().readTree(out.toByteArray()).get("result");
    assertThat(reference.get("expected").propertyNames()).contains("losses");
    References.assertMeets(
        result, reference.get("expected"), reference.get("tolerance").doubleValue(), "");
  }
}
