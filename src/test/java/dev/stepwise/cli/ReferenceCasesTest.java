package dev.stepwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.OneAtATime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The reference cases, computed by other software, through the command line as a user would.
@OneAtATime
class ReferenceCasesTest {
  private static final Path CASES = Path.of("src/test/resources/reference");

  @TempDir private Path folder;

  static List<String> names() throws IOException {
    try (var files = Files.list(CASES)) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_trace_meets_the_reference(String name) throws Exception {
    var reference = JsonMapper.shared().readTree(CASES.resolve(name + ".json"));
    var scenario = folder.resolve("scenario.json");
    Files.writeString(scenario, reference.get("scenario").toString());
    var out = new ByteArrayOutputStream();

    assertThat(app(out).run("trace", scenario.toString())).isZero();

    var result = JsonMapper.shared().readTree(out.toByteArray()).get("result");
    double tolerance = reference.get("tolerance").doubleValue();
    assertThat(reference.get("expected").propertyNames()).isNotEmpty();
    reference
        .get("expected")
        .forEachEntry((key, expected) -> assertMeets(key, result.get(key), expected, tolerance));
  }

  private static void assertMeets(
      String place, JsonNode result, JsonNode expected, double tolerance) {
    if (expected.isArray()) {
      assertThat(result.size()).as(place).isEqualTo(expected.size());
      for (int i = 0; i < expected.size(); i++) {
        assertMeets(place + "/" + i, result.get(i), expected.get(i), tolerance);
      }
    } else if (expected.isObject()) {
      assertThat(result.propertyNames())
          .as(place)
          .containsExactlyElementsOf(expected.propertyNames());
      expected.forEachEntry(
          (key, inside) -> assertMeets(place + "/" + key, result.get(key), inside, tolerance));
    } else if (expected.isString() || expected.isBoolean()) {
      assertThat(result).as(place).isEqualTo(expected);
    } else if (expected.isIntegralNumber()) {
      assertThat(result.longValue()).as(place).isEqualTo(expected.longValue());
    } else {
      double e = expected.doubleValue();
      assertThat(Math.abs(result.doubleValue() - e))
          .as(place)
          .isLessThanOrEqualTo(tolerance * Math.max(1, Math.abs(e)));
    }
  }

  private CommandLineApp app(OutputStream out) {
    var messages = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    var context =
        new Context(
            new Exercises().exercises(), out, messages, _ -> {}, new PageRenderer(new Exercises()));
    return new CommandLineApp(context, new CrashLog(folder, Clock.systemUTC()));
  }
}
