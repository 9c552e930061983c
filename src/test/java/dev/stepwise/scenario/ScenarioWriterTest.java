package dev.stepwise.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Given;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioWriterTest {
  private final ScenarioReader reader = new ScenarioReader(List.of(new EveryKind()));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void reading_what_was_written_gives_the_same_doubles_bit_for_bit(long seed) throws Exception {
    var random = new Random(seed);
    double[][] rows = new double[50][3];
    for (double[] row : rows) {
      for (int j = 0; j < row.length; j++) {
        row[j] = anyFinite(random);
      }
    }
    rows[0] = new double[] {-0.0, Double.MIN_VALUE, Double.MAX_VALUE};

    var read = writtenAndRead(new Scenario("every-kind", "", inputs(Map.of("X", rows))));

    assertThat(bits(read.given().input("X", double[][].class).orElseThrow())).isEqualTo(bits(rows));
  }

  private static double anyFinite(Random random) {
    double value;
    do {
      value = Double.longBitsToDouble(random.nextLong());
    } while (!Double.isFinite(value));
    return value;
  }

  private static long[][] bits(double[][] rows) {
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(row).mapToLong(Double::doubleToRawLongBits).toArray())
        .toArray(long[][]::new);
  }

  @Test
  void a_field_of_every_kind_survives() throws Exception {
    var inputs = new LinkedHashMap<String, Object>();
    inputs.put("v", new double[] {1, 2.5});
    inputs.put("y", new int[] {0, 1});
    inputs.put("tokens", List.of("it's", "\"quoted\"", "back\\slash", "line\nbreak", "ünï🙂"));
    inputs.put("text", "");
    var words = new LinkedHashMap<String, Long>();
    words.put("low", 5L);
    words.put("a", 1L);
    inputs.put("words", words);
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("seed", Long.MIN_VALUE);
    parameters.put("rate", 1e-4);
    parameters.put("mode", "partition");
    parameters.put("scale", false);
    var scenario = new Scenario("every-kind", "a \"title\"", new Given(inputs, parameters));

    var read = writtenAndRead(scenario);

    assertThat(read.title()).isEqualTo("a \"title\"");
    assertThat(read.given().parameters()).isEqualTo(parameters);
    assertThat(read.given().inputs())
        .usingRecursiveComparison()
        .withStrictTypeChecking()
        .isEqualTo(inputs);
    assertThat(read.given().inputs().get("words")).hasToString("{low=5, a=1}"); // in this order
  }

  @Test
  void a_matrix_has_a_row_a_line() throws Exception {
    var text = written(new Scenario("every-kind", "", inputs(Map.of("X", new double[3][2]))));

    assertThat(text.lines().filter(line -> line.contains("[0.0, 0.0]"))).hasSize(3);
  }

  @Test
  void a_file_is_replaced_and_nothing_is_left_beside_it(@TempDir Path folder) throws Exception {
    var file = folder.resolve("a.json");
    Files.writeString(file, "old");

    ScenarioWriter.write(new Scenario("every-kind", "new", Given.nothing()), file);

    assertThat(reader.read(file).title()).isEqualTo("new");
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
  }

  private static Given inputs(Map<String, Object> inputs) {
    return new Given(new LinkedHashMap<>(inputs), new LinkedHashMap<>());
  }

  private Scenario writtenAndRead(Scenario scenario) throws Exception {
    return reader.read("a.json", written(scenario).getBytes(StandardCharsets.UTF_8));
  }

  private static String written(Scenario scenario) throws Exception {
    var out = new ByteArrayOutputStream();
    ScenarioWriter.write(scenario, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
