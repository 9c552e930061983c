package dev.stepwise.compute.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttentionExerciseTest {
  private final AttentionExercise exercise = new AttentionExercise();

  private static Given given(Map<String, Object> inputs, Map<String, Object> parameters) {
    return new Given(new LinkedHashMap<>(inputs), new LinkedHashMap<>(parameters));
  }

  @Test
  void nothing_stated_is_a_sentence_with_random_matrices() {
    var problem = exercise.problem(Given.nothing());
    assertThat(problem.tokens()).hasSize(11).contains("animal", "it");
    assertThat(problem.x()).hasDimensions(11, 8);
    assertThat(problem.queries()).hasDimensions(8, 4);
  }

  @Test
  void what_a_problem_gives_makes_the_same_problem() {
    var problem =
        exercise.problem(
            given(Map.of("text", "a b, a"), Map.of("d_k", 3L, "seed", 9L, "mask", "causal")));
    var again = exercise.problem(exercise.given(problem));
    assertThat(again.tokens()).containsExactly("a", "b", ",", "a");
    assertThat(again.x()).isDeepEqualTo(problem.x());
    assertThat(again.keys()).isDeepEqualTo(problem.keys());
    assertThat(again.settings()).isEqualTo(problem.settings());
  }

  @Test
  void a_word_is_the_same_vector_wherever_it_stands_but_for_its_place() {
    var hot = exercise.problem(given(Map.of("text", "a b a"), Map.of("embedding", "one-hot")));
    assertThat(hot.x()[0]).containsExactly(hot.x()[2]);
    var two = exercise.problem(given(Map.of("text", "a b a"), Map.of("embedding", "two-hot")));
    assertThat(two.x()[0]).isNotEqualTo(two.x()[2]);
    assertThat(two.x()[2]).startsWith(1, 0, 0, 0, 1);
  }

  private void assertRefused(Given given, String place, String... words) {
    assertThatThrownBy(() -> exercise.problem(given))
        .isInstanceOf(InvalidInput.class)
        .satisfies(thrown -> assertThat(((InvalidInput) thrown).place()).isEqualTo(place))
        .hasMessageContainingAll(words);
  }

  @Test
  void what_cannot_be_run_is_refused_with_its_place() {
    assertRefused(given(Map.of("text", "  "), Map.of()), "/inputs/text", "no token");
    assertRefused(given(Map.of("tokens", List.of()), Map.of()), "/inputs/tokens", "no token");
    assertRefused(
        given(Map.of("tokens", List.of("a", " ")), Map.of()), "/inputs/tokens/1", "empty");
    assertRefused(
        given(Map.of("tokens", Collections.nCopies(10_000, "w")), Map.of()),
        "/inputs/tokens",
        "10,000 tokens",
        "100,000,000",
        "at most 1,024");
    assertRefused(
        given(Map.of("X", new double[][] {{1, 2}}, "tokens", List.of("a", "b")), Map.of()),
        "/inputs/X",
        "1 row",
        "2 tokens");
    assertRefused(
        given(Map.of("W_q", new double[][] {{1, 2}}), Map.of("d_model", 3L)),
        "/inputs/W_q",
        "is 1×2",
        "3×2");
    assertRefused(
        given(Map.of("text", "a b c"), Map.of("embedding", "one-hot", "d_model", 2L)),
        "/parameters/d_model",
        "needs 3 columns");
    assertRefused(
        given(Map.of("X", new double[][] {{1e200}}), Map.of()), "/inputs/X/0/0", "overflow");
    assertRefused(
        given(Map.of("text", "a", "tokens", List.of("a")), Map.of()), "/inputs/text", "tokens too");
  }
}
