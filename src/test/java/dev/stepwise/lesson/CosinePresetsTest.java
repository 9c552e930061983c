package dev.stepwise.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.cosine.CosineConditions;
import dev.stepwise.compute.cosine.CosineExercise;
import dev.stepwise.compute.cosine.CosineProblem;
import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineSearch;
import dev.stepwise.compute.cosine.Geometry;
import dev.stepwise.compute.cosine.HeapFocus;
import dev.stepwise.compute.cosine.VectorFocus;
import dev.stepwise.compute.cosine.Words;
import dev.stepwise.compute.cosine.text.Tokens;
import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each preset makes the point that it promises.
class CosinePresetsTest {
  private static final CosineExercise EXERCISE = new CosineExercise();

  private static final CosineProblem TEN_TOPICS = preset("ten-topics");

  private static CosineProblem preset(String id) {
    return Presets.of("cosine-search").stream()
        .filter(preset -> preset.id().equals(id))
        .findFirst()
        .map(preset -> EXERCISE.problem(preset.scenario(EXERCISE).given()))
        .orElseThrow();
  }

  private static CosineProblem with(CosineProblem problem, Metric metric) {
    return new CosineProblem(
        problem.source(),
        problem.documents(),
        problem.query(),
        problem.k(),
        metric,
        problem.epsilon(),
        problem.selection());
  }

  private static int[] best(CosineProblem problem) {
    return CosineSearch.topK(
        CosineSearch.search(problem).similarities(), problem.k(), problem.selection());
  }

  @Test
  void a_sentence_without_a_word_of_the_query_is_among_the_best() {
    var problem = preset("no-word-in-common");
    var texts = problem.texts().orElseThrow();
    var asked = new HashSet<>(Tokens.of(texts.query()));
    assertThat(Arrays.stream(best(problem)).boxed())
        .anyMatch(
            document -> texts.model().bags().get(document).stream().noneMatch(asked::contains));
  }

  /// The sentences stand in turns: every tenth one is about the same topic. These queries are none
  /// of them.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0| a kitten asleep on a sofa",
        "0| soft fur and sharp claws",
        "0| which animal chases a mouse",
        "1| a planet far from its star",
        "1| looking at a galaxy through a telescope",
        "1| how long the moon takes to orbit the earth",
        "2| how to make bread dough",
        "2| sugar, butter and eggs in the oven",
        "2| flour and yeast",
        "3| a late goal won the match",
        "3| the striker missed a penalty",
        "3| the team and its coach",
        "4| a song for piano and violin",
        "4| the orchestra and its conductor play",
        "4| the rhythm of the drums",
        "5| will it rain or snow tomorrow",
        "5| wind and thunder on the coast",
        "5| a cold forecast with clouds",
        "6| seeds in rich soil",
        "6| how to plant beans and roses",
        "6| tomato plants in the garden",
        "7| a ticket for the express train",
        "7| passengers on the platform",
        "7| the railway tracks and the bridge",
        "8| a bug in my program",
        "8| the database and its server",
        "8| software that compiles code",
        "9| the patient has a disease",
        "9| a nurse in the hospital",
        "9| vaccine against a virus",
      })
  void a_hundred_sentences_group_by_topic_for_queries_that_are_not_among_them(
      int topic, String query) {
    var problem = TEN_TOPICS;
    assertThat(problem.count()).isEqualTo(100);
    assertThat(problem.texts().orElseThrow().model().texts()).doesNotContain(query);
    int[] best = best(problem.withQueryText(query));
    for (int place = 0; place < 5; place++) {
      assertThat(best[place] % 10)
          .as("%s: %s", query, Words.document(best[place]))
          .isEqualTo(topic);
    }
  }

  @Test
  void the_dot_product_puts_the_longest_first_and_the_cosine_does_not() {
    var problem = preset("length-bias");
    assertThat(problem.metric()).isEqualTo(Metric.DOT);
    var norms = CosineSearch.search(problem).norms();
    int longest = best(problem)[0];
    assertThat(norms[longest]).isEqualTo(Arrays.stream(norms).max().orElseThrow());
    // Most of its words are not the query's.
    double about =
        CosineSearch.similarity(problem.documents()[longest], problem.query(), Metric.DOT);
    assertThat(about).isLessThan(0.5 * Arrays.stream(problem.documents()[longest]).sum());
    var cosines = CosineSearch.search(with(problem, Metric.COSINE));
    assertThat(cosines.ranking()).startsWith(0, 1);
    assertThat(cosines.similarities()[0]).isEqualTo(cosines.similarities()[1]);
  }

  @Test
  void three_metrics_have_three_winners() {
    var problem = preset("three-metrics");
    assertThat(
            Arrays.stream(Metric.values()).map(metric -> best(with(problem, metric))[0]).distinct())
        .hasSize(3);
  }

  @Test
  void ties_are_exact_and_go_by_index() {
    var problem = preset("ties");
    var search = CosineSearch.search(problem);
    int[] ranking = search.ranking();
    long ties =
        IntStream.range(1, ranking.length)
            .filter(p -> search.similarities()[ranking[p]] == search.similarities()[ranking[p - 1]])
            .peek(p -> assertThat(ranking[p]).isGreaterThan(ranking[p - 1]))
            .count();
    assertThat(ties).isGreaterThanOrEqualTo(3);
  }

  @Test
  void some_documents_point_away() {
    var similarities = CosineSearch.search(preset("negative")).similarities();
    assertThat(Arrays.stream(similarities).filter(s -> s < 0).count()).isGreaterThanOrEqualTo(3);
    assertThat(Arrays.stream(similarities).min().orElseThrow()).isCloseTo(-1, within(1e-6));
  }

  @Test
  void the_zero_vector_stays_zero_with_epsilon_and_becomes_not_a_number_without() {
    for (var id : new String[] {"zero-vector", "zero-vector-nan"}) {
      var problem = preset(id);
      var step = EXERCISE.run(problem).step(1).inside().step(1);
      assertThat(step.frame().focus()).isEqualTo(new VectorFocus.OneNormalised(1));
      assertThat(step.conditions()).contains(CosineConditions.ZERO_VECTOR);
      double similarity = CosineSearch.search(problem).similarities()[1];
      assertThat(Double.toString(similarity)).isEqualTo(id.equals("zero-vector") ? "0.0" : "NaN");
    }
  }

  @Test
  void the_heap_turns_most_away_and_opens_where_one_comes_in() {
    var offers = EXERCISE.run(preset("heap")).step(3).inside();
    long entered =
        IntStream.range(0, 24)
            .filter(i -> offers.step(i).conditions().contains(CosineConditions.ENTERS_TOP))
            .count();
    assertThat(entered).isLessThan(12);
    assertThat(offers.step(8).frame().focus())
        .isInstanceOfSatisfying(
            HeapFocus.Offered.class,
            offered -> {
              assertThat(offered.entered()).isTrue();
              assertThat(offered.worst()).isNotNegative();
            });
  }

  @Test
  void the_best_of_a_hundred_thousand_random_vectors_is_far_away() {
    var problem = preset("random-100000");
    assertThat(problem.count()).isEqualTo(100_000);
    var search = CosineSearch.search(problem);
    int best = search.ranking()[0];
    assertThat(Geometry.degrees(problem.documents()[best], problem.query())).isGreaterThan(45);
  }
}
