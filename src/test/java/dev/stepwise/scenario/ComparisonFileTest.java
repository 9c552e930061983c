package dev.stepwise.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.compute.compare.Side;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Variation;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.lstm.LstmExercise;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Scenario files of two runs.
class ComparisonFileTest {
  private final ScenarioReader reader =
      new ScenarioReader(List.of(new KMeansExercise(), new LstmExercise()));

  private Scenario read(String compare) throws ScenarioException {
    var text =
        """
        {"stepwise": 1, "exercise": "k-means", "title": "two",
         "inputs": {"X": [[0, 0], [1, 0], [5, 5], [6, 5]]},
         "parameters": {"k": 2, "seed": 7}, "compare": %s}
        """
            .formatted(compare);
    return reader.read("two.json", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void the_second_run_is_the_first_with_what_is_stated_put_over_it() throws ScenarioException {
    var loaded =
        reader.complete("two.json", read("{\"parameters\": {\"init\": \"random\", \"k\": 3}}"));
    var both = loaded.comparison().orElseThrow();
    var second = both.alone(Side.SECOND).scenario().given();
    assertThat(second.parameters()).containsEntry("k", 3L).containsEntry("seed", 7L);
    assertThat(second.inputs()).containsOnlyKeys("X");
  }

  @Test
  void what_was_written_reads_as_the_same() throws ScenarioException, IOException {
    var scenario =
        read(
            """
            {"parameters": {"init": "random"}, "inputs": {"X": [[0, 0], [1, 1]], "centroids": null}}
            """);
    var out = new ByteArrayOutputStream();
    ScenarioWriter.write(scenario, out);
    var again = reader.read("again.json", out.toByteArray());
    var variation = again.given().variation().orElseThrow();
    assertThat(variation.parameters()).containsOnlyKeys("init");
    assertThat(variation.without()).containsExactly("centroids");
    assertThat((double[][]) variation.inputs().get("X")).hasDimensions(2, 2);
  }

  @Test
  void what_leads_from_one_to_the_other_leads_there() {
    var exercise = new LstmExercise();
    var first = exercise.given(exercise.problem(Given.nothing()));
    var second = exercise.given(exercise.changed(exercise.problem(first), "cell", "gru"));
    var over = Variation.between(first, second).over(first);
    assertThat(over.inputs().keySet()).isEqualTo(second.inputs().keySet());
    assertThat(over.parameters()).isEqualTo(second.parameters());
  }

  @Test
  void mistakes_in_it_are_named_with_their_place() {
    assertThatThrownBy(() -> read("{\"parameters\": {\"clusters\": 3}}"))
        .hasMessageStartingWith("two.json: /compare/parameters/clusters: ");
    assertThatThrownBy(() -> read("{\"settings\": {}}"))
        .hasMessageStartingWith("two.json: /compare/settings: is not a key of a comparison");
    assertThatThrownBy(() -> read("[]"))
        .hasMessageStartingWith("two.json: /compare: is ")
        .hasMessageEndingWith("give an object");
    assertThatThrownBy(() -> reader.complete("two.json", read("{\"parameters\": {\"k\": 5}}")))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("two.json: /compare/parameters/k: ");
  }
}
