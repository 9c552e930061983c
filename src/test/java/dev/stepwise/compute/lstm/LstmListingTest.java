package dev.stepwise.compute.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.lesson.Listing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
      weights.add(problem.recurrentCell().layer(quantity).weights());
      weights.add(problem.recurrentCell().layer(quantity).bias());
    }
    var given = new LinkedHashMap<String, Object>();
    given.put("cell", problem.cell().word());
    given.put("X", problem.x());
    given.put("h", problem.start().h());
    given.put("c", problem.start().c());
    given.put("weights", weights);
    return given;
  }

  /// Every step names a line that computes what the step writes.
  @ParameterizedTest
  @EnumSource
  void a_line_says_what_its_steps_compute(Cell cell) throws IOException {
    var listing = Listing.parsed(Files.readString(LISTING));
    var time = LstmRun.of(Sequences.generated(cell, 2, 2, 1)).step(1);
    for (int k = 0; k < time.inside().length(); k++) {
      var operation = time.inside().step(k);
      var line = listing.lines().get(listing.line(operation.anchor()) - 1);
      assertThat(line).contains(operation.writes().getFirst() + " = ");
      if (operation.isComposite()) {
        var unit = operation.inside().step(0);
        assertThat(unit.anchor()).isEqualTo(operation.anchor());
      }
    }
    assertThat(listing.lines().get(listing.line(time.anchor()) - 1)).contains("step(x, h");
  }

  @ParameterizedTest
  @CsvSource({"LSTM, 5, 'f * c_prev, i * c_candidate'", "GRU, 5, 'z * h_prev, (1 - z) * n'"})
  void the_parts_of_a_sum_are_at_their_own_line(Cell cell, int operation, String code)
      throws IOException {
    var listing = Listing.parsed(Files.readString(LISTING));
    var time = LstmRun.of(Sequences.generated(cell, 2, 2, 1)).step(1);
    var unit = time.inside().step(operation).inside().step(1).inside();
    for (int part : new int[] {0, 1}) {
      assertThat(listing.lines().get(listing.line(unit.step(part).anchor()) - 1)).contains(code);
    }
    assertThat(listing.lines().get(listing.line(unit.step(2).anchor()) - 1))
        .contains("kept + added");
  }

  @Test
  void lines_are_short_enough_to_be_shown() throws IOException {
    var listing = Listing.parsed(Files.readString(LISTING));
    assertThat(listing.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(68));
  }
}
