package dev.stepwise.compute.bpe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.lesson.Misconceptions;
import dev.stepwise.testing.FirstFalse;
import dev.stepwise.testing.MistakenRuns;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each mistake on a few words, by hand; [TrainingTest] has each against counting everything anew.
class BpeMistakeTest {
  private final BpeExercise exercise = new BpeExercise();

  private BpeProblem problem(BpeMistake mistake, String corpus, Map<String, Object> more) {
    return exercise.problem(
        Given.nothing()
            .withInputs(Map.of("corpus", corpus, "encode", List.of("banana", "lower", "aaaaa")))
            .withParameters(more)
            .withParameters(Map.of(Mistakes.PARAMETER, mistake.id())));
  }

  private Training training(BpeMistake mistake, String corpus) {
    var training = exercise.training(problem(mistake, corpus, Map.of()));
    training.has(10);
    return training;
  }

  private String first(BpeMistake mistake, String corpus) {
    var merge = training(mistake, corpus).merge(0);
    return "%s %s %d"
        .formatted(merge.pair().left().text(), merge.pair().right().text(), merge.count());
  }

  private String after(BpeMistake mistake, String corpus) {
    return String.join(" ", Symbol.texts(training(mistake, corpus).segmented(0, 1)));
  }

  @Test
  void each_mistake_counts_as_it_would() {
    var banana = "banana banana ban";
    assertThat(first(BpeMistake.NONE, banana)).isEqualTo("a n 5");
    assertThat(first(BpeMistake.ONCE_PER_WORD, banana)).isEqualTo("b a 3");
    assertThat(first(BpeMistake.FORGETS_THE_FREQUENCY, banana)).isEqualTo("a n 3");
    assertThat(first(BpeMistake.COUNTS_THE_WORDS, banana)).isEqualTo("b a 2");
    assertThat(first(BpeMistake.NONE, "ab ab cd")).isEqualTo("a b 2");
    assertThat(first(BpeMistake.LAST_PAIR_LEFT_OUT, "xs ys zs")).isEqualTo("x s 1");
    assertThat(first(BpeMistake.NONE, "xs ys zs")).isEqualTo("s </w> 3");
    assertThat(first(BpeMistake.NONE, "aaaa")).isEqualTo("a a 3");
    assertThat(first(BpeMistake.COUNTS_WITHOUT_OVERLAP, "aaaa")).isEqualTo("a a 2");
  }

  @Test
  void each_mistake_chooses_and_replaces_as_it_would() {
    assertThat(first(BpeMistake.NONE, "ba")).isEqualTo("b a 1");
    assertThat(first(BpeMistake.TIE_BY_THE_ALPHABET, "ba")).isEqualTo("a </w> 1");
    assertThat(after(BpeMistake.NONE, "aaaaa")).isEqualTo("aa aa a </w>");
    assertThat(after(BpeMistake.FROM_THE_RIGHT, "aaaaa")).isEqualTo("a aa aa </w>");
    assertThat(after(BpeMistake.FIRST_OCCURRENCE_ONLY, "aaaaa")).isEqualTo("aa a a a </w>");
    assertThat(after(BpeMistake.NO_END_OF_WORD, "aaaaa")).isEqualTo("aa aa a");
  }

  @Test
  void a_tie_to_the_first_is_a_mistake_where_the_alphabet_decides() {
    var sorted = Map.<String, Object>of("tie_break", "lexicographic");
    var right = exercise.training(problem(BpeMistake.NONE, "ba", sorted));
    assertThat(right.has(1)).isTrue();
    assertThat(right.merge(0).pair().left().text()).isEqualTo("a");
    var wrong = exercise.training(problem(BpeMistake.TIE_TO_THE_FIRST, "ba", sorted));
    assertThat(wrong.has(1)).isTrue();
    assertThat(wrong.merge(0).pair().left().text()).isEqualTo("b");
  }

  @Test
  void a_mistake_that_is_a_parameter_too_does_the_same() {
    var corpus = "banana bandana low lower";
    var set = exercise.training(problem(BpeMistake.ONCE_PER_WORD, corpus, Map.of()));
    var once = Map.<String, Object>of("pair_count", "once-per-word");
    var other = exercise.training(problem(BpeMistake.NONE, corpus, once));
    assertThat(set.has(8)).isTrue();
    assertThat(other.has(8)).isTrue();
    assertThat(set.merges(8)).isEqualTo(other.merges(8));
  }

  @ParameterizedTest
  @EnumSource(BpeMistake.class)
  void every_number_that_a_step_writes_says_how_it_really_came_to_be(BpeMistake mistake) {
    assertThat(MistakenRuns.faults(exercise, run(mistake, Map.of()))).isEmpty();
    var bare = Map.<String, Object>of("marker", "", "num_merges", 30L);
    assertThat(MistakenRuns.faults(exercise, run(mistake, bare))).isEmpty();
  }

  private BpeProblem run(BpeMistake mistake, Map<String, Object> more) {
    return problem(mistake, "banana banana low lower lower aaaaa ban", more);
  }

  @ParameterizedTest
  @EnumSource(
      value = BpeMistake.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NONE", "TIE_TO_THE_FIRST"}) // the presets break ties by the first seen anyway
  void every_mistake_has_a_first_false_number_on_a_preset(BpeMistake mistake) {
    assertThat(FirstFalse.seenIn(exercise, mistake.id(), Set.of("constitution"))).isNotEmpty();
  }

  @Test
  void every_mistake_is_told_of() {
    assertThat(Misconceptions.of("bpe").byId().keySet())
        .containsAll(Mistakes.of(exercise.schema()).keySet());
  }
}
