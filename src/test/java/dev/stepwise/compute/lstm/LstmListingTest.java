package dev.stepwise.compute.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The NumPy listing that students see.
class LstmListingTest {
  private static final Path LISTING = Path.of("assets/lstm/listing.py");

  private static final String DRIVER =
      """
      import json, sys
      import numpy as np

      listing, problem = sys.argv[1:]
      exec(compile(open(listing).read(), listing, "exec"))
      given = json.load(open(problem))
      X, h, c = (np.array(given[name]) for name in ("X", "h", "c"))
      weights = [np.array(each) for each in given["weights"]]
      if given["cell"] == "lstm":
          states = list(run_lstm(X, h, c, *weights))
          result = {"h": [h.tolist() for h, c in states], "c": [c.tolist() for h, c in states]}
      else:
          step = gru_step if given["cell"] == "gru" else rnn_step
          result = {"h": [h.tolist() for h in run(step, X, h, *weights)]}
      json.dump(result, sys.stdout)
      """;

  @TempDir Path folder = Path.of("");

  @Tag("python")
  @ParameterizedTest
  @EnumSource
  void the_listing_computes_what_java_computes(Cell cell) throws Exception {
    for (long seed = 1; seed <= 3; seed++) {
      var problem = Sequences.generated(cell, 60, 11, seed);
      var result = run(problem);
      var history = problem.history();
      for (int t = 0; t < 60; t++) {
        var state = history.moment(t).state();
        assertMeets(result.get("h").get(t), state.h());
        if (cell.hasCellState()) {
          assertMeets(result.get("c").get(t), state.c());
        }
      }
    }
  }

  private static void assertMeets(JsonNode expected, double[] actual) {
    for (int j = 0; j < actual.length; j++) {
      assertThat(actual[j]).isCloseTo(expected.get(j).asDouble(), within(1e-12));
    }
  }

  private JsonNode run(LstmProblem problem) throws IOException, InterruptedException {
    var mapper = new ObjectMapper();
    var driver = Files.writeString(folder.resolve("driver.py"), DRIVER);
    var file = folder.resolve("problem.json");
    mapper.writeValue(file.toFile(), given(problem));
    var process =
        new ProcessBuilder("python3", driver.toString(), LISTING.toString(), file.toString())
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return mapper.readTree(output);
  }

  private static Map<String, Object> given(LstmProblem problem) {
    var weights = new ArrayList<Object>();
    for (var quantity : problem.cell().layers()) {
      weights.add(problem.weights().layer(quantity).weights());
      weights.add(problem.weights().layer(quantity).bias());
    }
    var given = new LinkedHashMap<String, Object>();
    given.put("cell", problem.cell().word());
    given.put("X", problem.x());
    given.put("h", problem.start().h());
    given.put("c", problem.start().c());
    given.put("weights", weights);
    return given;
  }

  private static List<String> lines() throws IOException {
    return Files.readAllLines(LISTING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        Line.LSTM_CONCATENATE + "| xh = np.concatenate([x, h])",
        Line.FORGET + "| f = sigmoid(W_f @ xh + b_f)",
        Line.INPUT + "| i = sigmoid(W_i @ xh + b_i)",
        Line.CANDIDATE + "| c_candidate = np.tanh(W_c @ xh + b_c)",
        Line.OUTPUT + "| o = sigmoid(W_o @ xh + b_o)",
        Line.LSTM_PARTS + "| kept, added = f * c, i * c_candidate",
        Line.CELL + "| c = kept + added",
        Line.HIDDEN + "| h = o * np.tanh(c)",
        Line.GRU_CONCATENATE + "| xh = np.concatenate([x, h])",
        Line.RESET + "| r = sigmoid(W_r @ xh + b_r)",
        Line.UPDATE + "| z = sigmoid(W_z @ xh + b_z)",
        Line.RESET_STATE + "| xrh = np.concatenate([x, r * h])",
        Line.NEW + "| n = np.tanh(W_n @ xrh + b_n)",
        Line.GRU_PARTS + "| kept, added = z * h, (1 - z) * n",
        Line.BLEND + "| h = kept + added",
        Line.RNN_CONCATENATE + "| xh = np.concatenate([x, h])",
        Line.RECUR + "| h = np.tanh(W_h @ xh + b_h)",
        Line.LSTM_STEP + "| h, c = lstm_step(x, h, c, *weights)",
        Line.OTHER_STEP + "| h = step(x, h, *weights)",
      })
  void a_line_says_what_its_steps_compute(int line, String code) throws IOException {
    assertThat(lines().get(line - 1)).contains(code);
  }

  @Test
  void lines_are_short_enough_to_be_shown() throws IOException {
    assertThat(lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(68));
  }
}
