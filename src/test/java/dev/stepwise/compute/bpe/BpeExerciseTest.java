package dev.stepwise.compute.bpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/// What a scenario may hold, and what it may not.
class BpeExerciseTest {
  private final BpeExercise exercise = new BpeExercise();

  @Test
  void nothing_given_learns_from_low_lower_lowest() {
    var problem = exercise.problem(Given.nothing());

    assertThat(problem.corpus().words().words()).containsExactly("low", "lower", "lowest");
    assertThat(problem.corpus().words().frequencies()).containsExactly(3, 2, 1);
    assertThat(problem.rules()).isEqualTo(Rules.STANDARD);
  }

  @Test
  void a_problem_gives_the_values_that_make_it_again() {
    var given =
        Given.nothing()
            .withInputs(Map.of("words", words(Map.of("né", 4L)), "encode", List.of("n", "é")))
            .withParameters(
                Map.of(
                    "num_merges", 7L,
                    "tie_break", "lexicographic",
                    "marker", "",
                    "pair_count", "once-per-word",
                    "replace", "text",
                    "mistake", "last-pair-left-out"));

    assertThat(exercise.given(exercise.problem(given))).isEqualTo(given);
  }

  @Test
  void words_are_split_at_every_white_space_that_unicode_knows() {
    var text = "a\tb\nc\u00a0d\u3000e\u2028f\u0085g\u001ch i\u200bj";
    assertThat(Corpus.ofText(text).words().words())
        .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i\u200bj");
  }

  @Test
  void a_corpus_without_words_is_refused() {
    refused(Map.of("corpus", " \n\t"), "/inputs/corpus", "has no words");
    refused(Map.of("words", words(Map.of())), "/inputs/words", "is empty");
  }

  @Test
  void words_that_are_no_words_are_refused() {
    refused(Map.of("words", words(Map.of("", 1L))), "/inputs/words", "has an empty word");
    refused(Map.of("words", words(Map.of("a b", 1L))), "/inputs/words/a b", "white space");
    refused(Map.of("words", words(Map.of("a/~b", Long.MAX_VALUE))), "/inputs/words/a~1~0b", "2^53");
  }

  @Test
  void a_corpus_and_words_together_are_refused() {
    refused(
        Map.of("corpus", "a", "words", words(Map.of("a", 1L))),
        "/inputs/words",
        "stands beside a corpus");
  }

  @Test
  void only_the_words_to_encode_may_differ_for_the_same_learning_to_serve() {
    var problem = exercise.problem(Given.nothing());
    var training = exercise.training(problem);

    assertThat(exercise.training(problem.withEncode(List.of("slow")))).isSameAs(training);
    assertThat(exercise.training(problem.ofOwn(Corpus.ofText("slow")))).isNotSameAs(training);
  }

  private void refused(Map<String, ?> inputs, String place, String words) {
    assertThatThrownBy(() -> exercise.problem(Given.nothing().withInputs(inputs)))
        .isInstanceOfSatisfying(
            InvalidInput.class, invalid -> assertThat(invalid.place()).isEqualTo(place))
        .hasMessageContaining(words);
  }

  private static SequencedMap<String, Long> words(Map<String, Long> words) {
    return new LinkedHashMap<>(words);
  }
}
