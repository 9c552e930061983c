package dev.stepwise.compute.cosine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Given;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the end of a search says where documents are equally near, or none is.
class TiesTest {
  private static String end(Map<String, ?> inputs, Map<String, ?> parameters) {
    var exercise = new CosineExercise();
    var given = Given.nothing().withInputs(inputs).withParameters(parameters);
    var run = exercise.run(exercise.problem(given));
    return run.step(run.length() - 1).narration().caption();
  }

  private static String end(double[][] documents, double[] query, long k, double epsilon) {
    return end(Map.of("documents", documents, "query", query), Map.of("k", k, "epsilon", epsilon));
  }

  @Test
  void a_zero_query_has_no_nearest_document() {
    var caption = end(new double[][] {{1, 0}, {0, 1}, {2, 2}}, new double[] {0, 0}, 2, 1e-8);

    assertThat(caption)
        .contains("zero vector", "All 3 documents have cosine 0.000: none is nearer")
        .contains("d1 and d2 are in and d3 is out")
        .doesNotContain("is nearest");
  }

  @Test
  void a_cut_through_a_tie_is_told_with_both_sides() {
    var caption = end(new double[][] {{3, 4}, {1, 0}, {6, 8}, {3, 4}}, new double[] {1, 0}, 2, 0);

    assertThat(caption).startsWith("d2 is nearest").contains("d1 is in and d3 and d4 are out");
  }

  @Test
  void a_tie_within_the_best_is_told_where_the_cut_is_clean() {
    var caption = end(new double[][] {{3, 4}, {6, 8}, {0, 1}}, new double[] {1, 0}, 2, 0);

    assertThat(caption).contains("d1 and d2 are nearest together", "lower index comes first");
  }

  @Test
  void without_any_number_nobody_is_nearest() {
    var caption = end(new double[][] {{1, 0}, {0, 1}}, new double[] {0, 0}, 1, 0);

    assertThat(caption).contains("No similarity is a number").doesNotContain("is nearest:");
  }

  @Test
  void one_document_is_the_only_one() {
    assertThat(end(new double[][] {{1, 0}}, new double[] {1, 0}, 1, 0))
        .isEqualTo("d1 is the only document: cosine 1.000, an angle of 0.0°.");
  }

  @Test
  void the_nearest_that_points_away_is_said_to() {
    assertThat(end(new double[][] {{-1, 0}, {-1, 1}}, new double[] {1, 0}, 1, 0))
        .contains("d2 is nearest", "points away");
  }

  @Test
  void a_cosine_that_is_nearly_one_is_not_written_as_one() {
    assertThat(end(new double[][] {{1, 0.01}, {0, 1}}, new double[] {1, 0}, 1, 0))
        .contains("cosine 0.99995, an angle of 0.6°");
  }

  @Test
  void words_of_scripts_with_marks_are_whole_and_share_nothing_by_chance() {
    var caption = end(Map.of("texts", List.of("नाद", "पुल"), "query_text", "दान"), Map.of("k", 2L));

    assertThat(caption).contains("none of its words is in the documents", "none is nearer");
  }

  @Test
  void an_accent_is_the_same_however_it_was_typed() {
    var caption =
        end(
            Map.of("texts", List.of("tea", "caf\u00e9"), "query_text", "CAFE\u0301"),
            Map.of("k", 1L));

    assertThat(caption).contains("d2", "cosine 1.000");
  }
}
