package dev.stepwise.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.export.TraceWriter.Contents;
import dev.stepwise.export.TraceWriter.Detail;
import dev.stepwise.scenario.EveryKind;
import dev.stepwise.scenario.LoadedScenario;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.testing.OneAtATime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OneAtATime
class TraceWriterTest {
  private final LoadedScenario<Given, EveryKind.Values> loaded =
      new LoadedScenario<>(
          new EveryKind(), new Scenario("every-kind", "ü", Given.nothing()), Given.nothing());

  @Test
  void a_trace_has_the_keys_of_the_format() throws Exception {
    var trace = trace(Contents.STEPS);

    assertThat(trace.propertyNames())
        .containsExactly("stepwise", "exercise", "title", "result", "steps");
    assertThat(trace.get("title").stringValue()).isEqualTo("ü");
    assertThat(trace.get("steps").size()).isEqualTo(2);
    var second = trace.get("steps").get(1);
    assertThat(second.propertyNames()).containsExactly("index", "path", "phase", "caption", "line");
    assertThat(second.get("index").intValue()).isEqualTo(1);
    assertThat(second.get("path").stringValue()).isEqualTo("2");
    assertThat(second.get("caption").stringValue()).isEqualTo("It says “end”.");
    assertThat(second.get("line").intValue()).isEqualTo(7);
  }

  @Test
  void what_is_not_finite_is_a_text_and_every_other_double_survives() throws Exception {
    var result = trace(Contents.STEPS).get("result");

    assertThat(result.get("x").get(0).doubleValue()).isEqualTo(0.1);
    assertThat(result.get("x").get(1).stringValue()).isEqualTo("NaN");
    assertThat(result.get("x").get(2).doubleValue()).isEqualTo(Double.MIN_VALUE);
    assertThat(Double.doubleToRawLongBits(result.get("x").get(3).doubleValue()))
        .isEqualTo(Double.doubleToRawLongBits(-0.0));
    assertThat(result.get("many").get(0).get(0).get(0).stringValue()).isEqualTo("Infinity");
    assertThat(result.get("many").get(1).stringValue()).isEqualTo("-Infinity");
    assertThat(result.get("many").get(2).longValue()).isEqualTo(Long.MAX_VALUE);
    assertThat(result.get("many").get(3).booleanValue()).isTrue();
    assertThat(result.get("many").get(4).stringValue()).isEqualTo("a\n\"b\"");
  }

  @Test
  void values_are_those_that_the_step_wrote() throws Exception {
    var steps = trace(Contents.STEPS_AND_VALUES).get("steps");

    assertThat(steps.get(0).get("values").propertyNames()).containsExactly("x", "labels");
    assertThat(steps.get(1).get("values").propertyNames()).containsExactly("many");
  }

  @Test
  void captions_bring_title_and_formulas_and_depth_the_steps_inside_behind_their_own()
      throws Exception {
    var steps = trace(new Contents(Set.of(Detail.CAPTIONS), 2)).get("steps");

    assertThat(steps.valueStream().map(step -> step.get("path").stringValue()))
        .containsExactly("1", "1.1", "1.2", "1.3", "2");
    assertThat(steps.get(2).get("index").intValue()).isEqualTo(1);
    assertThat(steps.get(0).get("title").stringValue()).isEqualTo("begin");
    assertThat(steps.get(0).get("formulas").get(0).stringValue()).isEqualTo("1+1=\\mathbf{2}");
    assertThat(steps.get(0).get("table").get("rows").get(1).get(0).stringValue()).isEqualTo("2");
    assertThat(steps.get(0).get("table").get("telling").intValue()).isEqualTo(1);
    assertThat(steps.get(4).has("table")).isFalse();
  }

  @Test
  void a_stream_that_fails_is_reported_as_its_own_failure() {
    var full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    assertThatThrownBy(() -> TraceWriter.write(loaded, Contents.STEPS, full))
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }

  private JsonNode trace(Contents contents) throws IOException {
    var out = new ByteArrayOutputStream();
    TraceWriter.write(loaded, contents, out);
    return JsonMapper.shared().readTree(out.toByteArray());
  }
}
