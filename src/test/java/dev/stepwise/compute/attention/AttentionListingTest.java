package dev.stepwise.compute.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.multihead.MultiHead;
import dev.stepwise.compute.multihead.MultiHeadExercise;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The NumPy listings that students see are run and compared. Where python3 or NumPy is missing the
/// tests fail.
@Tag("python")
class AttentionListingTest {
  private static final String DRIVER =
      """
      import json, sys
      import numpy as np

      listing, problem = sys.argv[1:]
      exec(compile(open(listing).read(), listing, "exec"))
      given = json.load(open(problem))
      arrays = [np.array(given[name]) for name in ("X", "W_q", "W_k", "W_v")]
      with np.errstate(over="ignore", invalid="ignore"):
          if "num_heads" in given:
              output, weights = multi_head(*arrays, np.array(given["W_o"]),
                  given["num_heads"], given["mask"], given["reshape"])
          else:
              output, weights = self_attention(
                  *arrays, given["scale"], given["mask"], given["softmax"])
      json.dump({"output": output.tolist(), "weights": weights.tolist()}, sys.stdout)
      """;

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "5, true, none, stable, 1",
    "24, true, causal, stable, 2",
    "16, false, causal, naive, 3",
    "7, false, none, stable, 4"
  })
  void the_listing_computes_what_java_computes(
      int n, boolean scale, String mask, String softmax, long seed) throws Exception {
    var problem =
        AttentionTest.random(
            n, seed, Map.of("scale", scale, "mask", mask, "softmax", softmax, "d_k", 6L));
    var given = new LinkedHashMap<String, Object>();
    given.put("X", problem.x());
    given.put("W_q", problem.queries());
    given.put("W_k", problem.keys());
    given.put("W_v", problem.values());
    given.put("scale", scale);
    given.put("mask", mask);
    given.put("softmax", softmax);
    var result = run("self-attention", given);
    var pass = Attention.pass(problem);
    assertClose(result.get("weights"), pass.weights());
    assertClose(result.get("output"), pass.output());
  }

  @ParameterizedTest
  @CsvSource({
    "6, 16, 4, none, with-transpose",
    "9, 12, 3, causal, with-transpose",
    "8, 32, 4, none, without-transpose"
  })
  void the_listing_of_many_heads_computes_what_java_computes(
      int n, int width, int heads, String mask, String reshape) throws Exception {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("seq_len", (long) n);
    parameters.put("d_model", (long) width);
    parameters.put("num_heads", (long) heads);
    parameters.put("mask", mask);
    parameters.put("reshape", reshape);
    var problem = new MultiHeadExercise().problem(new Given(new LinkedHashMap<>(), parameters));
    var given = new LinkedHashMap<String, Object>();
    given.put("X", problem.x());
    given.put("W_q", problem.queries());
    given.put("W_k", problem.keys());
    given.put("W_v", problem.values());
    given.put("W_o", problem.output());
    given.put("num_heads", heads);
    given.put("mask", mask);
    given.put("reshape", reshape);
    var result = run("multi-head-attention", given);
    var pass = MultiHead.pass(problem);
    assertClose(result.get("output"), pass.output());
    for (int head = 0; head < heads; head++) {
      assertClose(result.get("weights").get(head), pass.heads().get(head).weights());
    }
  }

  private static void assertClose(JsonNode rows, double[][] expected) {
    assertThat(rows.size()).isEqualTo(expected.length);
    for (int i = 0; i < expected.length; i++) {
      for (int j = 0; j < expected[i].length; j++) {
        assertThat(rows.get(i).get(j).asDouble()).isCloseTo(expected[i][j], within(1e-9));
      }
    }
  }

  private JsonNode run(String exercise, Map<String, Object> given)
      throws IOException, InterruptedException {
    var mapper = new ObjectMapper();
    var driver = Files.writeString(folder.resolve("driver.py"), DRIVER);
    var problem = folder.resolve("problem.json");
    mapper.writeValue(problem.toFile(), given);
    var listing = Path.of("assets", exercise, "listing.py");
    var process =
        new ProcessBuilder("python3", driver.toString(), listing.toString(), problem.toString())
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return mapper.readTree(output);
  }
}
